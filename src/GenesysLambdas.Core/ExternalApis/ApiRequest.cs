using System.Net.Http.Headers;

namespace GenesysLambdas.ExternalApis;

/// <summary>One request to an external API, which may be sent several times.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query below the API's address; the holes are escaped.</param>
/// <param name="Body">JSON, or nothing.</param>
public sealed record ApiRequest(HttpMethod Method, ApiPath Path, byte[]? Body = null)
{
    // An input such as ".." or "%2e" is sent as it was escaped.
    private static readonly UriCreationOptions AsEscaped = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _path = Path.ToString();
    private readonly bool? _isWrite;
    private readonly RetryPolicy? _retry;

    /// <summary>
    /// Whether it changes anything. If so, it is never shared or cached, and a failure says whether it may have been performed. By
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

    private bool IsSafe => Method == HttpMethod.Get || Method == HttpMethod.Head || Method == HttpMethod.Options || Method == HttpMethod.Trace;

    // RFC 9110, section 9.2.2: it has the same effect when performed twice.
    private bool IsIdempotent => IsSafe || Method == HttpMethod.Put || Method == HttpMethod.Delete;

    /// <summary>A hash of the method, path and body, not of the credentials.</summary>
    internal int Fingerprint
    {
        get
        {
            var hash = new HashCode();
            hash.Add(Method);
            hash.Add(_path, StringComparer.Ordinal);
            hash.AddBytes(Body);
            return hash.ToHashCode();
        }
    }

    /// <summary>Whether its query has a parameter of this name.</summary>
    internal bool Sends(string parameter) => TokenPlace.IsSent(_path, parameter);

    internal HttpRequestMessage ToMessage(string baseUrl, Credentials credentials, string? traceId)
    {
        var separator = credentials.Query.Length == 0 ? "" : _path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var message = new HttpRequestMessage(Method, new Uri($"{baseUrl}/{_path}{separator}{credentials.Query}", AsEscaped));
        if (credentials.Header.Length > 0 && !message.Headers.TryAddWithoutValidation(credentials.Header, credentials.Value))
        {
            throw new InvalidOperationException(".NET does not send the header of the token.");
        }

        if (!string.IsNullOrEmpty(traceId))
        {
            message.Headers.TryAddWithoutValidation("X-Amzn-Trace-Id", traceId);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }
        else if (!IsIdempotent)
        {
            // If the connection closes before the reply, SocketsHttpHandler resends a request without content, but not one with empty content.
            message.Content = new ByteArrayContent([]);
        }

        return message;
    }
}
