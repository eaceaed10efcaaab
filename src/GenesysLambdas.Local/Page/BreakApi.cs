using GenesysLambdas.Local.Page.Apis;
using GenesysLambdas.Local.Page.Http;
using GenesysLambdas.Local.Server;

namespace GenesysLambdas.Local.Page;

/// <summary>Lets the page cause and undo faults.</summary>
internal sealed class BreakApi(LocalServer server, LocalExternalApis apis, ApiSecrets secrets)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string api = "/page/api/apis/{api}";
        routes.MapPut(api + "/fault", Change(async (api, request) => api.Break(Named((await PageRequest.ReadAsync<FaultJson>(request)).Fault))));
        routes.MapPut(api + "/target", Change(async (api, request) => api.Redirect(Target(api, await PageRequest.ReadAsync<TargetJson>(request)))));
        routes.MapDelete(api + "/target", Change(api => api.Redirect(target: null)));
        routes.MapPost(api + "/secret/rotate", Change(secrets.Rotate));
        routes.MapDelete(api + "/secret", Change(secrets.Delete));
        routes.MapPost(api + "/secret/restore", Change(secrets.Restore));
        routes.MapPost("/page/api/lookups/{lookup}/kill", PageRequest.Handle(context =>
            PageRequest.WriteAsync(context.Response, new { Killed = server.Functions.Named(context.Value("lookup")).Kill() })));
    }

    private RequestDelegate Change(Func<LocalExternalApi, HttpRequest, Task> change) => PageRequest.Handle(async context =>
    {
        await change(apis.Named(context.Value("api")), context.Request);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    });

    private RequestDelegate Change(Action<LocalExternalApi> change) => Change((api, _) =>
    {
        change(api);
        return Task.CompletedTask;
    });

    private static Fault Named(string name) =>
        Fault.All.FirstOrDefault(fault => fault.Name == name)
        ?? throw PageException.Invalid($"There is no such fault. The faults are {string.Join(", ", Fault.All.Select(fault => fault.Name))}.");

    private ApiTarget Target(LocalExternalApi api, TargetJson target)
    {
        var address = ApiTarget.CheckAddress(target.BaseUrl, server.Endpoint);
        if (target.Secret is { Length: > 0 } && !server.AdmitsOnlySameUser && server.Keys is null)
        {
            throw PageException.Conflict($"On this system, other accounts could read the secret here: start 'serve' with --secret {api.Name}=- instead.");
        }

        return new(address, target.Secret is { Length: > 0 } secret ? secrets.StoreForTarget(api.Name, secret) : null);
    }

    private sealed record FaultJson(string Fault);

    private sealed record TargetJson(string BaseUrl, string? Secret = null);
}
