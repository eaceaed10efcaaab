namespace GenesysLambdas.Local.Emulator;

/// <summary>An error of Lambda's API (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke, Errors</see>).</summary>
internal sealed class LambdaException(int status, string type, string message) : Exception(message)
{
    public static LambdaException NotFound(string message) => new(StatusCodes.Status404NotFound, "ResourceNotFoundException", message);

    public static LambdaException InvalidParameter(string message) => new(StatusCodes.Status400BadRequest, "InvalidParameterValueException", message);

    public static LambdaException UnknownOperation(int status, string operation) =>
        new(status, "UnknownOperationException", $"The emulator does not support the operation {operation}.");

    public static RequestDelegate Handle(Func<HttpContext, Task> handle) => async context =>
    {
        try
        {
            await handle(context);
        }
        catch (LambdaException exception)
        {
            await exception.WriteAsync(context.Response);
        }
    };

    public Task WriteAsync(HttpResponse response)
    {
        response.Headers["x-amzn-ErrorType"] = type;
        var isOurs = status >= StatusCodes.Status500InternalServerError;
        return response.WriteAsync(status, new JsonObject { ["Type"] = isOurs ? "Service" : "User", ["Message"] = Message });
    }
}
