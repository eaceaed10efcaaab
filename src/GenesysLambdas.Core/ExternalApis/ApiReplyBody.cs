using GenesysLambdas.Answers;

namespace GenesysLambdas.ExternalApis;

/// <summary>Reads a reply's body, up to a limit.</summary>
internal static class ApiReplyBody
{
    /// <summary>More than this is no reply to a lookup: 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int FirstBuffer = 8 * 1024;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > MaxBytes)
        {
            throw TooLarge();
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[(int)(content.Headers.ContentLength + 1 ?? FirstBuffer)];
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (length > MaxBytes)
            {
                throw TooLarge();
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(2 * length, MaxBytes + 1));
            }
        }

        return WithoutByteOrderMark(buffer.AsMemory(0, length));
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private static LookupException TooLarge() => ApiFailures.UnusableReply("The external API's answer is larger than 1 MiB");
}
