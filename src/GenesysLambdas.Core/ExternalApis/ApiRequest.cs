namespace GenesysLambdas.ExternalApis;

/// <summary>One request to an external API, which may be sent several times.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query below the API's address; the holes are escaped.</param>
/// <param name="Body">JSON, or nothing.</param>
public sealed record ApiRequest(HttpMethod Method, ApiPath Path, byte[]? Body = null)
{
    // An input that reads like ".." or "%2e" stays what it is: the path is sent as it was escaped.
    private static readonly UriCreationOptions AsEscaped = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>When it is sent again.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.Safe;

    /// <summary>Tells it from other requests: the same for the same path and body, whatever the credentials.</summary>
    internal int Fingerprint
    {
        get
        {
            var hash = new HashCode();
            hash.Add(Path.ToString(), StringComparer.Ordinal);
            hash.AddBytes(Body);
            return hash.ToHashCode();
        }
    }

    internal OutgoingRequest With(Credentials credentials, string baseUrl, string? traceId)
    {
        var path = Path.ToString();
        var separator = credentials.Query.Length == 0 ? "" : path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var headers = new List<(string, string)>(2);
        if (credentials.Header.Length > 0)
        {
            headers.Add((credentials.Header, credentials.Value));
        }

        if (!string.IsNullOrEmpty(traceId))
        {
            headers.Add(("X-Amzn-Trace-Id", traceId));
        }

        return new(Method, new Uri($"{baseUrl}/{path}{separator}{credentials.Query}", AsEscaped), Retry) { Headers = headers, Body = Body };
    }
}
