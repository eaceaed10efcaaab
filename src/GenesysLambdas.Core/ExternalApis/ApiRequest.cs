using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>A request to an external API. It may be sent several times.</summary>
/// <param name="Path">Path and query, relative to the API's address; interpolated values are escaped.</param>
/// <param name="Body">The JSON body, if any.</param>
public sealed record ApiRequest(HttpMethod Method, ApiPath Path, byte[]? Body = null)
{
    // Leaves plus signs alone: they need escaping only in JSON inside HTML.
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly bool? _isWrite;
    private readonly RetryPolicy? _retry;

    /// <summary>
    /// Whether it changes anything. If so, it is never shared or cached, and failures say whether it may have been performed. By
    /// default, true for methods other than GET, HEAD, OPTIONS and TRACE (RFC 9110, section 9.2.1); set it to false for a search that is a POST.
    /// </summary>
    public bool IsWrite
    {
        get => _isWrite ?? !IsSafe;
        init => _isWrite = value;
    }

    /// <summary>When it is retried; by default, a POST or PATCH that writes is retried only if it cannot have been performed.</summary>
    public RetryPolicy Retry
    {
        get => _retry ?? (IsWrite && !IsIdempotent ? RetryPolicy.UnlessRun : RetryPolicy.Safe);
        init => _retry = value;
    }

    internal string ContentType { get; init; } = "application/json";

    internal string PathAndQuery { get; } = Path.ToString();

    /// <summary>Whether the method is idempotent (RFC 9110, section 9.2.2).</summary>
    internal bool IsIdempotent => IsSafe || Method == HttpMethod.Put || Method == HttpMethod.Delete;

    private bool IsSafe => Method == HttpMethod.Get || Method == HttpMethod.Head || Method == HttpMethod.Options || Method == HttpMethod.Trace;

    internal int Fingerprint
    {
        get
        {
            var hash = new HashCode();
            hash.Add(Method);
            hash.Add(PathAndQuery, StringComparer.Ordinal);
            hash.AddBytes(Body);
            return hash.ToHashCode();
        }
    }

    internal static ApiRequest WithJson<TBody>(HttpMethod method, ApiPath path, TBody body, JsonTypeInfo<TBody> type)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Unescaped))
        {
            JsonSerializer.Serialize(writer, body, type);
        }

        return new(method, path, json.WrittenSpan.ToArray());
    }
}
