namespace GenesysLambdas.Local.Emulator;

/// <summary>Lambda's limits for events and answers.</summary>
public static class PayloadLimit
{
    /// <summary>Of an event: 6 MB.</summary>
    public const int EventBytes = 6 * 1024 * 1024;

    /// <summary>
    /// Of an event that nobody waits for an answer to: 1 MB
    /// (<see href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</see>).
    /// </summary>
    internal const int AsynchronousEventBytes = 1024 * 1024;

    /// <summary>Of an answer: a little more, according to Lambda's own message.</summary>
    internal const int AnswerBytes = EventBytes + 100;

    /// <summary>The request's body; null if it is over the limit. It is still read to the end, so that the sender gets the answer.</summary>
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
