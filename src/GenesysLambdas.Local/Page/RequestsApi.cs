using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Page.Http;

namespace GenesysLambdas.Local.Page;

internal sealed class RequestsApi(FunctionCatalog functions, SavedRequests requests)
{
    private const string Path = "/page/api/lookups/{lookup}/requests/{name}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, PageRequest.Handle(async context =>
        {
            var json = await requests.ReadAsync(Lookup(context), context.Value("name"));
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(json, context.RequestAborted);
        }));
        routes.MapPut(Path, PageRequest.Handle(async context =>
        {
            var json = await PageRequest.ReadBytesAsync(context.Request);
            if (UntrustedJson.Parse(json) is null)
            {
                throw PageException.Invalid($"A saved request must be JSON, nested no deeper than {UntrustedJson.MaxDepth}.");
            }

            var path = await requests.WriteAsync(Lookup(context), context.Value("name"), json, replace: context.Request.Query["replace"] == "true");
            await PageRequest.WriteAsync(context.Response, new { Path = path }, StatusCodes.Status201Created);
        }));
    }

    private string Lookup(HttpContext context) => functions.Named(context.Value("lookup")).Contract.Name;
}
