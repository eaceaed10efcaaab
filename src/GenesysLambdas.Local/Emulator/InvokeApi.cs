using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Local.Emulator;

/// <summary>Lambda's Invoke operation (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</see>).</summary>
internal sealed class InvokeApi(FunctionCatalog functions)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/2015-03-31/functions/{name}/invocations", LambdaException.Handle(InvokeAsync));

    private async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var payload = await PayloadLimit.ReadAsync(request, PayloadLimit.EventBytes) ?? throw new LambdaException(
            StatusCodes.Status413PayloadTooLarge,
            "RequestTooLargeException",
            $"Request must be smaller than {PayloadLimit.EventBytes} bytes for the InvokeFunction operation");
        var (function, name) = functions.Find(request);
        var clientContext = ReadClientContext(request);
        if (payload.Length == 0)
        {
            payload = "{}"u8.ToArray();
        }

        if (ReasonNotJson(payload) is { } reason)
        {
            throw new LambdaException(
                StatusCodes.Status400BadRequest, "InvalidRequestContentException", $"Could not parse request body into json: {reason}");
        }

        await RunAsync(context, function, name, new QueuedInvocation(payload, clientContext) { InvokedArn = name.ToArn() });
    }

    private static async Task RunAsync(HttpContext context, EmulatedFunction function, FunctionName name, QueuedInvocation invocation)
    {
        var response = context.Response;
        response.Headers[LocalAws.RequestIdHeader] = invocation.RequestId;
        switch (context.Request.Headers["X-Amz-Invocation-Type"].FirstOrDefault() ?? "RequestResponse")
        {
            case "DryRun":
                response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case "Event" when invocation.Payload.Length is > PayloadLimit.AsynchronousEventBytes and var length:
                throw new LambdaException(
                    StatusCodes.Status413PayloadTooLarge,
                    "RequestEntityTooLargeException",
                    $"{length} byte payload is too large for the Event invocation type (limit {PayloadLimit.AsynchronousEventBytes} bytes)");
            case "Event":
                _ = function.InvokeAsync(invocation).ContinueWith(task => task.Exception, TaskScheduler.Default);
                response.StatusCode = StatusCodes.Status202Accepted;
                break;
            case "RequestResponse":
                await AnswerAsync(context, name, invocation, await ResultAsync(function, invocation));
                break;
            case var type:
                throw LambdaException.InvalidParameter($"X-Amz-Invocation-Type must be RequestResponse, Event or DryRun, not '{type}'.");
        }
    }

    private static async Task<InvocationResult> ResultAsync(EmulatedFunction function, QueuedInvocation invocation)
    {
        try
        {
            return await function.InvokeAsync(invocation);
        }
        catch (ToolException exception)
        {
            throw new LambdaException(StatusCodes.Status502BadGateway, "InvalidRuntimeException", exception.Message);
        }
        catch (Exception exception) when (exception is TaskCanceledException or ObjectDisposedException)
        {
            throw new LambdaException(StatusCodes.Status503ServiceUnavailable, "ServiceException", "The emulator is stopping.");
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

    private static string? ReadClientContext(HttpRequest request)
    {
        if (request.Headers["X-Amz-Client-Context"].FirstOrDefault() is not { Length: > 0 } header)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(header));
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                // Serialized again, because a header must be one line of ASCII.
                return JsonSerializer.Serialize(json.RootElement);
            }
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            // Reported below.
        }

        throw LambdaException.InvalidParameter("X-Amz-Client-Context must be base64 of a JSON object.");
    }

    // Lambda does not document a maximum depth. The suite's functions read 64 levels.
    private static string? ReasonNotJson(byte[] payload) => JsonNesting.Check(payload, out var error) switch
    {
        JsonProblem.TooDeep => $"It is nested more than {JsonNesting.MaxLevels} levels deep.",
        _ => error?.Message,
    };
}
