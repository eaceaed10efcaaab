using System.Net;
using Amazon.Runtime;

namespace GenesysLambdas.Aws.Tests.SecretsManager;

/// <summary>Stands in for AWS: answers each request with the next of its replies, and then the last one again.</summary>
internal sealed class FakeService(params Func<HttpResponseMessage>[] replies) : HttpMessageHandler
{
    /// <summary>Leads a client to it.</summary>
    public HttpClientFactory Factory => new ToService(this);

    public List<(HttpRequestMessage Request, string Body)> Requests { get; } = [];

    /// <summary>Environment variables with credentials; of several values of one, the last counts.</summary>
    public static Func<string, string?> Environment(params (string Name, string? Value)[] variables) => name => name switch
    {
        "AWS_ACCESS_KEY_ID" => "AKID",
        "AWS_SECRET_ACCESS_KEY" => "secret",
        _ => variables.LastOrDefault(variable => variable.Name == name).Value,
    };

    public static Func<HttpResponseMessage> Reply(string body, HttpStatusCode status = HttpStatusCode.OK) => () =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
        response.Headers.Add("x-amzn-RequestId", "request-1");
        return response;
    };

    public static Func<HttpResponseMessage> Fail(Exception exception) => () => throw exception;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request, await request.Content!.ReadAsStringAsync(cancellationToken)));
        return replies[Math.Min(Requests.Count, replies.Length) - 1]();
    }

    private sealed class ToService(FakeService service) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(service, disposeHandler: false);
    }
}

/// <summary>Leads a client to a real server.</summary>
internal sealed class PlainHttp : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new();
}
