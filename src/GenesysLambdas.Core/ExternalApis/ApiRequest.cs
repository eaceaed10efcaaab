using System.Net.Http.Headers;

namespace GenesysLambdas.ExternalApis;

/// <summary>One request to an external API, which may be sent several times.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Escaped path and query below the API's address.</param>
/// <param name="Body">JSON, or nothing.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path, byte[]? Body = null)
{
    // An input that reads like ".." or "%2e" stays what it is: the path is sent as it was escaped.
    private static readonly UriCreationOptions AsEscaped = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public HttpRequestMessage ToMessage(string baseUrl, Credentials credentials, string? traceId)
    {
        var separator = credentials.Query.Length == 0 ? "" : Path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var message = new HttpRequestMessage(Method, new Uri($"{baseUrl}/{Path}{separator}{credentials.Query}", AsEscaped));
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", "GenesysLambdas/1.0");
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
