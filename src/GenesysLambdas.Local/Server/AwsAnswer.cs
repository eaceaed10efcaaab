using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.StandIns;

namespace GenesysLambdas.Local.Server;

/// <summary>What every answer of AWS has: a request id, and an error's description in the body.</summary>
internal static class AwsAnswer
{
    /// <summary>Adds these to answers that lack them, except to those of the stand-ins, which are not AWS's.</summary>
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
