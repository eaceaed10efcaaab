using System.Net.Http.Headers;
using GenesysLambdas.Core.Secrets;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>A request with credentials. It may be sent several times.</summary>
/// <param name="Url">Its absolute URL, without credentials.</param>
/// <param name="Secret">The secret that the credentials come from; null if there is none.</param>
internal sealed record OutgoingRequest(ApiRequest Request, string Url, Credentials Credentials, Secret? Secret, string? TraceId = null)
{
    // Keeps the escaping of inputs such as ".." and "%2e".
    private static readonly UriCreationOptions AsEscaped = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public int Fingerprint { get; } = Request.Fingerprint;

    public bool IsWrite => Request.IsWrite;

    public RetryPolicy Retry => Request.Retry;

    public HttpRequestMessage ToMessage()
    {
        var separator = Credentials.Query.Length == 0 ? "" : Url.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var message = new HttpRequestMessage(Request.Method, new Uri($"{Url}{separator}{Credentials.Query}", AsEscaped));
        if (Credentials.Header.Length > 0 && !message.Headers.TryAddWithoutValidation(Credentials.Header, Credentials.Value))
        {
            throw new InvalidOperationException(".NET does not send the header of the token.");
        }

        if (!string.IsNullOrEmpty(TraceId))
        {
            message.Headers.TryAddWithoutValidation("X-Amzn-Trace-Id", TraceId);
        }

        if (Request.Body is not null)
        {
            message.Content = new ByteArrayContent(Request.Body) { Headers = { ContentType = new MediaTypeHeaderValue(Request.ContentType) } };
        }
        else if (!Request.IsIdempotent)
        {
            // If the connection closes before the reply, SocketsHttpHandler resends a request without content, but not one with empty content.
            message.Content = new ByteArrayContent([]);
        }

        return message;
    }
}
