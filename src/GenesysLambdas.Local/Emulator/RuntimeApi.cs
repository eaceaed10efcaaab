using GenesysLambdas.Local.Access;

namespace GenesysLambdas.Local.Emulator;

/// <summary>
/// The Lambda runtime API, version 2018-06-01
/// (<see href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda runtime API</see>). Each function has its own path, and
/// so does each process that the emulator starts, so that answers can be assigned to it.
/// </summary>
internal sealed class RuntimeApi(IReadOnlyList<EmulatedFunction> functions, string root)
{
    public static string Path(string function, string processId) => $"/{function}/{processId}";

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var prefix in (string[])["/{function}", "/{function}/{process}"])
        {
            var api = root + prefix + "/2018-06-01/runtime";
            routes.MapGet(api + "/invocation/next", Handle(NextAsync));
            routes.MapPost(api + "/invocation/{id}/response", Handle(ResponseAsync));
            routes.MapPost(api + "/invocation/{id}/error", Handle(ErrorAsync));
            routes.MapPost(api + "/init/error", Handle(InitErrorAsync));
        }
    }

    private RequestDelegate Handle(Func<HttpContext, EmulatedFunction, Task> handler) => context =>
    {
        // Otherwise, an image tag on any page could take an event from the function.
        if (Browser.Sent(context.Request))
        {
            return RefuseAsync(context, StatusCodes.Status403Forbidden, "AccessDenied", "The runtime API is for functions, not for browsers.");
        }

        var name = Value(context, "function");
        return functions.FirstOrDefault(function => function.Contract.Function == name) is { } function
            ? handler(context, function)
            : RefuseAsync(context, StatusCodes.Status404NotFound, "UnknownFunction", $"There is no function {name}.");
    };

    private static async Task NextAsync(HttpContext context, EmulatedFunction function)
    {
        RunningInvocation? running;
        try
        {
            running = await function.NextAsync(Value(context, "process"), context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The process has disconnected, or the emulator is stopping.
            context.Abort();
            return;
        }

        if (running is null)
        {
            await RefuseUnknownAsync(context);
            return;
        }

        var invocation = running.Invocation;
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = running.Deadline.ToUnixTimeMilliseconds().ToString();
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.InvokedArn ?? FunctionName.Arn(function.Contract.Function);
        headers["Lambda-Runtime-Trace-Id"] = invocation.Trace.Text;
        if (invocation.ClientContext is not null)
        {
            headers["Lambda-Runtime-Client-Context"] = invocation.ClientContext;
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = invocation.Payload.Length;
        var written = await context.Response.BodyWriter.WriteAsync(invocation.Payload);
        if (written.IsCompleted || context.RequestAborted.IsCancellationRequested)
        {
            // The process has disconnected.
            function.GiveBack(running);
        }
    }

    private static async Task ResponseAsync(HttpContext context, EmulatedFunction function)
    {
        if (await PayloadLimit.ReadAsync(context.Request, PayloadLimit.AnswerBytes) is { } payload)
        {
            await AcceptAsync(context, Answer(context, function, payload, functionError: null));
            return;
        }

        Answer(context, function, RuntimeError.ResponseTooLarge(), InvocationResult.Unhandled);
        await RefuseAsync(
            context,
            StatusCodes.Status413PayloadTooLarge,
            "RequestEntityTooLarge",
            $"Exceeded maximum allowed payload size ({PayloadLimit.AnswerBytes} bytes).");
    }

    private static async Task ErrorAsync(HttpContext context, EmulatedFunction function)
    {
        var error = await PayloadLimit.ReadAsync(context.Request, PayloadLimit.AnswerBytes) ?? RuntimeError.ResponseTooLarge();
        await AcceptAsync(context, Answer(context, function, error, InvocationResult.Unhandled));
    }

    private static async Task InitErrorAsync(HttpContext context, EmulatedFunction function)
    {
        var error = await PayloadLimit.ReadAsync(context.Request, PayloadLimit.AnswerBytes) ?? RuntimeError.ResponseTooLarge();
        await (function.FailInit(Value(context, "process"), _ => error) ? AcceptAsync(context, isKnown: true) : RefuseUnknownAsync(context));
    }

    private static bool Answer(HttpContext context, EmulatedFunction function, byte[] payload, string? functionError) =>
        function.Answer(Value(context, "process"), Value(context, "id")!, payload, functionError);

    private static Task AcceptAsync(HttpContext context, bool isKnown)
    {
        if (!isKnown)
        {
            return RefuseAsync(context, StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID");
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"status":"OK"}""" + "\n");
    }

    /// <summary>Refuses a process that another emulator left behind. This status tells it to exit.</summary>
    private static Task RefuseUnknownAsync(HttpContext context) =>
        RefuseAsync(context, StatusCodes.Status500InternalServerError, "UnknownProcess", "This emulator did not start this process.");

    private static Task RefuseAsync(HttpContext context, int status, string type, string message) =>
        context.Response.WriteAsync(status, new JsonObject { ["errorMessage"] = message, ["errorType"] = type });

    private static string? Value(HttpContext context, string name) => (string?)context.Request.RouteValues[name];
}
