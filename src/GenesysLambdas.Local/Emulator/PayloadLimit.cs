namespace GenesysLambdas.Local.Emulator;

/// <summary>Lambda's limits for events and answers.</summary>
public static class PayloadLimit
{
    public const int EventBytes = 6 * 1024 * 1024;

    /// <summary>
    /// For asynchronous invocations (<see href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</see>).
    /// </summary>
    internal const int AsynchronousEventBytes = 1024 * 1024;

    /// <summary>A little more than for an event, according to Lambda's error message.</summary>
    internal const int AnswerBytes = EventBytes + 100;

    /// <summary>Returns null if the body is over the limit. Reads it to the end anyway, so that the sender gets the response.</summary>
    internal static async Task<byte[]?> ReadAsync(HttpRequest request, int limit)
    {
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var isTooLarge = false;
        int count;
        while ((count = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            isTooLarge |= body.Length + count > limit;
            if (!isTooLarge)
            {
                body.Write(buffer, 0, count);
            }
        }

        return isTooLarge ? null : body.ToArray();
    }
}
