namespace GenesysLambdas.Local.Emulator;

/// <summary>An error of Lambda's API (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke, Errors</see>).</summary>
internal sealed record InvokeError(int Status, string Type, string Message)
{
    public static InvokeError NotFound(string arn) =>
        new(StatusCodes.Status404NotFound, "ResourceNotFoundException", $"Function not found: {arn}");

    public static InvokeError InvalidParameter(string message) =>
        new(StatusCodes.Status400BadRequest, "InvalidParameterValueException", message);

    public static InvokeError NotJson(string reason) =>
        new(StatusCodes.Status400BadRequest, "InvalidRequestContentException", $"Could not parse request body into json: {reason}");

    public static InvokeError TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, "RequestTooLargeException", $"Request must be smaller than {PayloadLimit.EventBytes} bytes for the InvokeFunction operation");

    public static InvokeError TooLargeForEvent(int length) => new(
        StatusCodes.Status413PayloadTooLarge,
        "RequestEntityTooLargeException",
        $"{length} byte payload is too large for the Event invocation type (limit {PayloadLimit.AsynchronousEventBytes} bytes)");

    public static InvokeError NoPolicy() =>
        new(StatusCodes.Status404NotFound, "ResourceNotFoundException", "The resource you requested does not exist.");

    public static InvokeError UnknownOperation(int status, string operation) =>
        new(status, "UnknownOperationException", $"The emulator does not have the operation {operation}.");

    public static InvokeError CannotStart(string message) =>
        new(StatusCodes.Status502BadGateway, "InvalidRuntimeException", message);

    public static InvokeError Stopping() =>
        new(StatusCodes.Status503ServiceUnavailable, "ServiceException", "The emulator is stopping.");

    public Task WriteAsync(HttpResponse response)
    {
        response.Headers["x-amzn-ErrorType"] = Type;
        var isOurs = Status >= StatusCodes.Status500InternalServerError;
        return response.WriteAsync(Status, new JsonObject { [nameof(Type)] = isOurs ? "Service" : "User", [nameof(Message)] = Message });
    }
}
