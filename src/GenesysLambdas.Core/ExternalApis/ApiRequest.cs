using System.Net.Http.Headers;

namespace GenesysLambdas.ExternalApis;

/// <summary>One request to an external API, which may be sent several times.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query below the API's address; the holes are escaped.</param>
/// <param name="Body">JSON, or nothing.</param>
public sealed record ApiRequest(HttpMethod Method, ApiPath Path, byte[]? Body = null)
{
    // An input that reads like ".." or "%2e" stays what it is: the path is sent as it was escaped.
    private static readonly UriCreationOptions AsEscaped = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>When it is sent again.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.Safe;

    internal HttpRequestMessage ToMessage(string baseUrl, Credentials credentials, string? traceId)
    {
        var path = Path.ToString();
        var separator = credentials.Query.Length == 0 ? "" : path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var message = new HttpRequestMessage(Method, new Uri($"{baseUrl}/{path}{separator}{credentials.Query}", AsEscaped));
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", ApiHttpClient.UserAgent);
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
            message.Content = new ByteArrayContent(Body) { Headers = { ContentType = Json } };
        }

        return message;
    }
}
