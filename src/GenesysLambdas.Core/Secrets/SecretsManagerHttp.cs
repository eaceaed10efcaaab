using Amazon.Runtime;
using GenesysLambdas.Connections;

namespace GenesysLambdas.Secrets;

/// <summary>Gives AWS's client an HTTP client with the same trust as for external APIs.</summary>
internal sealed class SecretsManagerHttp(ServerTrust trust) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = FarEndHandler.Create(trust);
        handler.ConnectTimeout = clientConfig.ConnectTimeout ?? Timeout.InfiniteTimeSpan;
        return new HttpClient(handler) { Timeout = clientConfig.Timeout ?? Timeout.InfiniteTimeSpan };
    }
}
