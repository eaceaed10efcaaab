using GenesysLambdas.JsonReading;

namespace GenesysLambdas.Local.Emulator;

/// <summary>Lambda's Invoke operation (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</see>).</summary>
internal sealed class InvokeApi(FunctionCatalog functions)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/2015-03-31/functions/{name}/invocations", HandleAsync);

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

        var (function, name, error) = functions.Find(request);
        if (function is null || name is null)
        {
            return error;
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
            : await RunAsync(context, function, name, new QueuedInvocation(payload, clientContext) { InvokedArn = name.ToArn() });
    }

    private static async Task<InvokeError?> RunAsync(HttpContext context, EmulatedFunction function, FunctionName name, QueuedInvocation invocation)
    {
        var response = context.Response;
        response.Headers[LocalAws.RequestIdHeader] = invocation.RequestId;
        switch (context.Request.Headers["X-Amz-Invocation-Type"].FirstOrDefault() ?? "RequestResponse")
        {
            case "DryRun":
                response.StatusCode = StatusCodes.Status204NoContent;
                return null;
            case "Event" when invocation.Payload.Length > PayloadLimit.AsynchronousEventBytes:
                return InvokeError.TooLargeForEvent(invocation.Payload.Length);
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
            await AnswerAsync(context, name, invocation, await function.InvokeAsync(invocation));
            return null;
        }
        catch (ToolException exception)
        {
            return InvokeError.CannotStart(exception.Message);
        }
        catch (Exception exception) when (exception is TaskCanceledException or ObjectDisposedException)
        {
            return InvokeError.Stopping();
        }
    }

    private static async Task AnswerAsync(HttpContext context, FunctionName name, QueuedInvocation invocation, InvocationResult result)
    {
        var headers = context.Response.Headers;
        headers["X-Amz-Executed-Version"] = FunctionName.Version(name.Qualifier);
        headers[TraceHeader.Name] = invocation.Trace.Text;
        if (result.FunctionError is not null)
        {
            headers["X-Amz-Function-Error"] = result.FunctionError;
        }

        if (context.Request.Headers["X-Amz-Log-Type"] == "Tail")
        {
            headers["X-Amz-Log-Result"] = await LogTail.WriteAsync(invocation, result);
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

            // Serialized again, because a header holds one line of ASCII.
            clientContext = JsonSerializer.Serialize(json.RootElement);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return false;
        }
    }

    // Lambda does not document how deeply an event may be nested. The suite's functions read no more than this.
    private static string? ReasonNotJson(byte[] payload) => JsonNesting.Check(payload, out var error) switch
    {
        JsonProblem.TooDeep => $"It is nested more than {JsonNesting.MaxLevels} levels deep.",
        _ => error?.Message,
    };
}
