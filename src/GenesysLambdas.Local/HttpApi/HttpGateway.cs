using System.Security.Cryptography;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Local.HttpApi;

/// <summary>
/// The stack's HTTP API: calls the authorizer, then the lookup's function. Like API Gateway, it answers 404 without a route, and 500 if the function
/// fails
/// (<see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda integrations</see>).
/// </summary>
internal sealed class HttpGateway(FunctionCatalog functions, IHttpAuthorizer authorizer)
{
    public void Map(IEndpointRouteBuilder routes) => routes.Map(HttpPath.Root + "/{**lookup}", HandleAsync);

    /// <summary>Writes the response that an HTTP caller gets for this result.</summary>
    public static async Task AnswerAsync(HttpResponse response, InvocationResult result)
    {
        if (!await TryWriteAsync(response, result))
        {
            await RefuseAsync(response, StatusCodes.Status500InternalServerError);
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        // Like API Gateway's: 15 letters and digits, then an equals sign.
        var requestId = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 15) + "=";
        context.Response.Headers["apigw-requestid"] = requestId;
        var status = await RunAsync(context, requestId);
        if (status != StatusCodes.Status200OK)
        {
            await RefuseAsync(context.Response, status);
        }
    }

    /// <returns>200 if the function has answered; otherwise the status of API Gateway's own response.</returns>
    private async Task<int> RunAsync(HttpContext context, string requestId)
    {
        var name = (string?)context.Request.RouteValues["lookup"];
        if (!HttpMethods.IsPost(context.Request.Method) || functions.All.FirstOrDefault(function => function.Contract.Name == name) is not { } function)
        {
            return StatusCodes.Status404NotFound;
        }

        if (await PayloadLimit.ReadAsync(context.Request, PayloadLimit.EventBytes) is not { } body)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        var events = new HttpEvents(context.Request, requestId, $"POST {HttpPath.Of(function.Contract)}");
        var decision = await authorizer.DecideAsync(context.Request, events);
        if (decision.Status != StatusCodes.Status200OK)
        {
            context.Response.Headers.WWWAuthenticate = decision.Challenge;
            return decision.Status;
        }

        var result = await function.InvokeAsync(new QueuedInvocation(events.Function(body, decision.Context))
        {
            IsOverHttp = true,
            Trace = TraceHeader.Continue(context.Request.Headers[TraceHeader.Name]),
        });
        return await TryWriteAsync(context.Response, result) ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
    }

    private static async Task<bool> TryWriteAsync(HttpResponse response, InvocationResult result) =>
        result.FunctionError is null && await HttpAnswer.TryWriteAsync(response, result.Payload);

    private static Task RefuseAsync(HttpResponse response, int status) => response.WriteAsync(status, new JsonObject { ["message"] = Message(status) });

    private static string Message(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Unauthorized",
        StatusCodes.Status403Forbidden => "Forbidden",
        StatusCodes.Status404NotFound => "Not Found",
        StatusCodes.Status413PayloadTooLarge => "Request Entity Too Large",
        _ => "Internal Server Error",
    };
}
