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

    /// <summary>When it is sent again.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.Safe;

    /// <summary>The same for the same path and body, whatever the credentials; different for most other requests.</summary>
    internal int Fingerprint
    {
        get
        {
            var hash = new HashCode();
            hash.Add(_path, StringComparer.Ordinal);
            hash.AddBytes(Body);
            return hash.ToHashCode();
        }
    }

    internal HttpRequestMessage ToMessage(string baseUrl, Credentials credentials, string? traceId)
    {
        var separator = credentials.Query.Length == 0 ? "" : _path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var message = new HttpRequestMessage(Method, new Uri($"{baseUrl}/{_path}{separator}{credentials.Query}", AsEscaped));
        if (credentials.Header.Length > 0)
        {
            message.Headers.TryAddWithoutValidation(credentials.Header, credentials.Value);
        }

        if (!string.IsNullOrEmpty(traceId))
        {
            message.Headers.TryAddWithoutValidation("X-Amzn-Trace-Id", traceId);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return message;
    }
}
