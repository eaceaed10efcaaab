using System.Text;

namespace GenesysLambdas.Local.Emulator;

/// <summary>The log of one invocation for <c>X-Amz-Log-Result</c>: the last 4 KB in base64.</summary>
internal static class LogTail
{
    private const int MaxBytes = 4 * 1024;

    // The output can arrive a moment after the answer.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    public static async Task<string> WriteAsync(QueuedInvocation invocation, InvocationResult result)
    {
        await Task.Delay(Moment);
        var id = invocation.RequestId;
        var init = result.InitDuration is { } duration ? $"\tInit Duration: {duration.TotalMilliseconds:F2} ms" : "";
        var log = Encoding.UTF8.GetBytes(
            $"START RequestId: {id} Version: {FunctionProcess.Version}\n"
            + invocation.ReadLog()
            + $"END RequestId: {id}\n"
            + $"REPORT RequestId: {id}\tDuration: {result.Duration.TotalMilliseconds:F2} ms{init}\n");
        return Convert.ToBase64String(log.AsSpan(Math.Max(0, log.Length - MaxBytes)));
    }
}
