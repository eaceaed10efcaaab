namespace GenesysLambdas.Local.Emulator;

/// <summary>Lambda's own errors about a function.</summary>
internal static class RuntimeError
{
    // 128 plus the signal's number.
    private const int KilledExitCode = 137;

    public static byte[] TimedOut(string requestId, TimeSpan timeout) => Json(new JsonObject
    {
        ["errorMessage"] = $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ} {requestId} Task timed out after {timeout.TotalSeconds:F2} seconds",
    });

    public static byte[] Exited(string requestId, int exitCode) => Json(new JsonObject
    {
        ["errorType"] = "Runtime.ExitError",
        ["errorMessage"] = $"RequestId: {requestId} Error: Runtime exited " + exitCode switch
        {
            0 => "without providing a reason",
            KilledExitCode => "with error: signal: killed",
            143 => "with error: signal: terminated",
            _ => $"with error: exit status {exitCode}",
        },
    });

    public static byte[] Killed(string requestId) => Exited(requestId, KilledExitCode);

    public static byte[] ResponseTooLarge() => Json(new JsonObject
    {
        ["errorType"] = "Function.ResponseSizeTooLarge",
        ["errorMessage"] = $"Response payload size exceeded maximum allowed payload size ({PayloadLimit.AnswerBytes} bytes).",
    });

    private static byte[] Json(JsonObject error) => System.Text.Encoding.UTF8.GetBytes(error.ToJsonString());
}
