using GenesysLambdas.Local.Page.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace GenesysLambdas.Local.Page;

/// <summary>Serves the page's files, which are embedded in this program.</summary>
internal sealed class PageAssets
{
    private const string Prefix = "Page/";
    private const string Index = "index.html";

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    private readonly FileExtensionContentTypeProvider _types = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", GetOrHead, PageRequest.Handle(context => WriteAsync(context.Response, Index)));
        routes.MapMethods("/page/{file}", GetOrHead, PageRequest.Handle(context => WriteAsync(context.Response, context.Value("file"))));
    }

    private async Task WriteAsync(HttpResponse response, string file)
    {
        await using var asset = typeof(PageAssets).Assembly.GetManifestResourceStream(Prefix + file)
            ?? throw PageException.NotFound($"The page has no file {file}.");
        var type = _types.TryGetContentType(file, out var known) ? known : "application/octet-stream";
        response.ContentType = type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
        response.ContentLength = asset.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await asset.CopyToAsync(response.Body, response.HttpContext.RequestAborted);
        }
    }
}
