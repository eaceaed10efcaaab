using Amazon.Runtime;
using GenesysLambdas.Connections;

namespace GenesysLambdas.Secrets;

/// <summary>Gives AWS's client an HTTP client that trusts the servers that the external APIs' does.</summary>
internal sealed class SecretsManagerHttp(ServerTrust trust) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = FarEndHandler.Create(trust);
        handler.ConnectTimeout = clientConfig.ConnectTimeout ?? Timeout.InfiniteTimeSpan;
        return new HttpClient(handler) { Timeout = clientConfig.Timeout ?? Timeout.InfiniteTimeSpan };
    }
}
