using System.Text;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>Reads a reply's body, up to a limit, as UTF-8.</summary>
internal static class ApiReplyBody
{
    private const int MaxBytes = 1024 * 1024;

    private const int FirstBuffer = 8 * 1024;

    /// <exception cref="InvalidDataException">The body is too large.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var expected = content.Headers.ContentLength;
        if (expected > MaxBytes)
        {
            throw new InvalidDataException();
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[(int)(expected ?? FirstBuffer)];
        var length = 0;
        while (length != expected && await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (length > MaxBytes)
            {
                throw new InvalidDataException();
            }

            if (length == buffer.Length && expected is null)
            {
                Array.Resize(ref buffer, Math.Min(2 * length, MaxBytes + 1));
            }
        }

        // .NET checks this itself, unless the length is given more than once.
        if (length < expected)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded);
        }

        var body = buffer.AsMemory(0, length);
        var encoding = EncodingOf(content.Headers.ContentType?.CharSet, body.Span);
        var utf8 = encoding is null ? body : Encoding.Convert(encoding, Encoding.UTF8, buffer, 0, length);
        return utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
    }

    // JSON is UTF-8 (RFC 8259, section 8.1); some servers declare another encoding. Returns null if there is nothing to convert.
    private static Encoding? EncodingOf(string? charset, ReadOnlySpan<byte> body) => charset?.Trim('"').ToUpperInvariant() switch
    {
        "ISO-8859-1" or "LATIN1" => Encoding.Latin1,
        "UTF-16BE" => Encoding.BigEndianUnicode,
        "UTF-16" when body is [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        "UTF-16" or "UTF-16LE" => Encoding.Unicode,
        _ => null,
    };
}
