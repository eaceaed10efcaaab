using System.IO.Compression;
using System.Text;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Core.Requests;

/// <summary>The body of an <see cref="HttpEvent"/>.</summary>
internal static class HttpBody
{
    // Lambda's own limit. A few kilobytes of gzip can contain gigabytes.
    private const int MaxDecompressed = 6 * 1024 * 1024;

    /// <summary>
    /// Reads the body. API Gateway encodes it as base64 unless the content type is one it considers text.
    /// So neither content type nor content encoding matters here. Gzip is recognized by its first bytes.
    /// </summary>
    /// <returns>The body's bytes, decoded and decompressed; or null, and the problem in a sentence.</returns>
    public static (byte[]? Bytes, string Problem) Read(JsonMembers httpEvent)
    {
        var body = httpEvent["body"];
        return body.Kind is JsonValueKind.Undefined or JsonValueKind.Null ? (null, "The request has no body")
            : body.Kind != JsonValueKind.String ? (null, "The request's body is not a string")
            : body.Text() is not { } text ? (null, "The request's body is not valid Unicode")
            : text.Trim() is not { Length: > 0 } trimmed ? (null, "The request has no body")
            : httpEvent["isBase64Encoded"].Kind != JsonValueKind.True ? (Encoding.UTF8.GetBytes(trimmed), "")
            : FromBase64(trimmed) is not { } bytes ? (null, "The request's body is not valid base64")
            : IsGzip(bytes) ? Decompress(bytes)
            : (bytes, "");
    }

    private static byte[]? FromBase64(string text)
    {
        var bytes = new byte[text.Length / 4 * 3];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : null;
    }

    // RFC 1952, section 2.3.1.
    private static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);

    private static (byte[]? Bytes, string Problem) Decompress(byte[] compressed)
    {
        using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (gzip.Read(buffer) is > 0 and var count)
            {
                if (bytes.Length + count > MaxDecompressed)
                {
                    return (null, "The request's body is larger than 6 MB when decompressed");
                }

                bytes.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            return (null, "The request's body is not valid gzip");
        }

        return (bytes.ToArray(), "");
    }
}
