using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.StandIns;

namespace GenesysLambdas.Local.Server;

/// <summary>Adds a request id to every response and a body to errors, as AWS does, except for stand-ins.</summary>
internal static class AwsAnswer
{
    public static async Task CompleteAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(StandInCatalog.Root, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var response = context.Response;
        response.Headers[LocalAws.RequestIdHeader] = Guid.NewGuid().ToString();
        await next(context);
        if (response is { HasStarted: false, ContentType: null, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed })
        {
            await LambdaException.UnknownOperation(response.StatusCode, $"{context.Request.Method} {context.Request.Path}").WriteAsync(response);
        }
    }
}
