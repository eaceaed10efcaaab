using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GenesysLambdas.Cli.Emulator;

/// <summary>Lambda's Invoke operation (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</see>).</summary>
internal sealed class InvokeApi(IReadOnlyList<EmulatedFunction> functions)
{
    /// <summary>The path of a function's invocations.</summary>
    public static string Path(string function) => $"/2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations";

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/2015-03-31/functions/{name}/invocations", HandleAsync);

    /// <summary>The function of a lookup's name, a function's name or an ARN; null: there is none.</summary>
    public EmulatedFunction? Find(string name) =>
        functions.FirstOrDefault(function => function.Contract.Function == name || function.Contract.Name == name);

    private async Task HandleAsync(HttpContext context)
    {
        var error = await InvokeAsync(context);
        if (error is not null)
        {
            await error.WriteAsync(context.Response);
        }
    }

    private async Task<InvokeError?> InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var payload = await PayloadLimit.ReadAsync(request, PayloadLimit.EventBytes);
        if (payload is null)
        {
            return InvokeError.TooLarge();
        }

        var text = (string)request.RouteValues["name"]!;
        if (FunctionName.Parse(text) is not { } name)
        {
            return InvokeError.InvalidParameter($"'{text}' is neither a function's name nor an ARN.");
        }

        var qualifier = request.Query["Qualifier"].FirstOrDefault();
        if (qualifier is not null && name.Qualifier is not null && qualifier != name.Qualifier)
        {
            return InvokeError.InvalidParameter("The derived qualifier from the function name does not match the specified qualifier.");
        }

        qualifier ??= name.Qualifier;
        if (Find(name.Name) is not { } function || (qualifier is not null && qualifier != FunctionProcess.Version))
        {
            return InvokeError.NotFound(FunctionName.Arn(name.Name) + (qualifier is null ? "" : ":" + qualifier));
        }

        if (!TryReadClientContext(request, out var clientContext))
        {
            return InvokeError.InvalidParameter("X-Amz-Client-Context must be base64 of a JSON object.");
        }

        if (payload.Length == 0)
        {
            payload = "{}"u8.ToArray();
        }

        return ReasonNotJson(payload) is { } reason
            ? InvokeError.NotJson(reason)
            : await RunAsync(context, function, new Invocation(payload, clientContext));
    }

    private static async Task<InvokeError?> RunAsync(HttpContext context, EmulatedFunction function, Invocation invocation)
    {
        var response = context.Response;
        response.Headers["x-amzn-RequestId"] = invocation.RequestId;
        switch (context.Request.Headers["X-Amz-Invocation-Type"].FirstOrDefault() ?? "RequestResponse")
        {
            case "DryRun":
                response.StatusCode = StatusCodes.Status204NoContent;
                return null;
            case "Event":
                _ = function.InvokeAsync(invocation).ContinueWith(task => task.Exception, TaskScheduler.Default);
                response.StatusCode = StatusCodes.Status202Accepted;
                return null;
            case "RequestResponse":
                break;
            case var type:
                return InvokeError.InvalidParameter($"X-Amz-Invocation-Type must be RequestResponse, Event or DryRun, not '{type}'.");
        }

        try
        {
            await AnswerAsync(context, invocation, await function.InvokeAsync(invocation));
            return null;
        }
        catch (FunctionStartException exception)
        {
            return InvokeError.CannotStart(exception.Message);
        }
        catch (Exception exception) when (exception is TaskCanceledException or ObjectDisposedException)
        {
            return InvokeError.Stopping();
        }
    }

    private static async Task AnswerAsync(HttpContext context, Invocation invocation, InvocationResult result)
    {
        var headers = context.Response.Headers;
        headers["X-Amz-Executed-Version"] = FunctionProcess.Version;
        headers["X-Amzn-Trace-Id"] = invocation.TraceId;
        if (result.FunctionError is not null)
        {
            headers["X-Amz-Function-Error"] = result.FunctionError;
        }

        if (context.Request.Headers["X-Amz-Log-Type"] == "Tail")
        {
            headers["X-Amz-Log-Result"] = await LogTail.OfAsync(invocation, result);
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = result.Payload.Length;
        await context.Response.Body.WriteAsync(result.Payload, context.RequestAborted);
    }

    private static bool TryReadClientContext(HttpRequest request, out string? clientContext)
    {
        clientContext = null;
        if (request.Headers["X-Amz-Client-Context"].FirstOrDefault() is not { Length: > 0 } header)
        {
            return true;
        }

        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(header));

            // Written afresh: a header holds one line of ASCII.
            clientContext = JsonSerializer.Serialize(json.RootElement);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return false;
        }
    }

    private static string? ReasonNotJson(byte[] payload)
    {
        try
        {
            JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = int.MaxValue }).Dispose();
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }
}
