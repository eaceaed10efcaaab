using GenesysLambdas.Cli.StandIns;

namespace GenesysLambdas.Cli.Emulator;

/// <summary>What every answer of AWS has: a request id, and a body that says what was wrong.</summary>
internal static class AwsAnswer
{
    /// <summary>The header of the request's id.</summary>
    public const string RequestId = "x-amzn-RequestId";

    /// <summary>Adds to an answer what it lacks of that; the external APIs' stand-ins are not AWS's.</summary>
    public static async Task CompleteAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(StandInCatalog.Root, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var response = context.Response;
        response.Headers[RequestId] = Guid.NewGuid().ToString();
        await next(context);
        if (response is { HasStarted: false, ContentType: null, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed })
        {
            await InvokeError.UnknownOperation(response.StatusCode, $"{context.Request.Method} {context.Request.Path}").WriteAsync(response);
        }
    }
}
