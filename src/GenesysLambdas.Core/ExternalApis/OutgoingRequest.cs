using System.Net.Http.Headers;

namespace GenesysLambdas.ExternalApis;

/// <summary>A request as it leaves, as often as it must. It is a class without a text form, so that nothing prints its credentials.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="address">Where it goes.</param>
/// <param name="retry">When it is sent again.</param>
internal sealed class OutgoingRequest(HttpMethod method, Uri address, RetryPolicy retry)
{
    private const string UserAgent = "GenesysLambdas/1.0";

    public RetryPolicy Retry { get; } = retry;

    /// <summary>Headers of its own, beside those that every request has.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The body, or nothing.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The body's media type.</summary>
    public string ContentType { get; init; } = "application/json";

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(method, address);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body) { Headers = { ContentType = new MediaTypeHeaderValue(ContentType) } };
        }

        return message;
    }
}
