using Amazon.Runtime;
using GenesysLambdas.Core.Connections;

namespace GenesysLambdas.Core.Secrets;

/// <summary>Gives AWS's client an HTTP client with the same TLS trust as for external APIs.</summary>
internal sealed class SecretsManagerHttp(ServerTrust trust) : HttpClientFactory
{
    // A secret's value has at most 65,536 bytes (docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html), and
    // JSON escapes can make that six times as long.
    private const int MaxReplyBytes = 1024 * 1024;
    private const int MaxHeadersKilobytes = 16;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var handler = trust.CreateHandler();
        handler.ConnectTimeout = clientConfig.ConnectTimeout ?? Timeout.InfiniteTimeSpan;
        handler.MaxResponseHeadersLength = MaxHeadersKilobytes;
        return new HttpClient(new LimitedReplies(new GuardedHandler(handler))) { Timeout = clientConfig.Timeout ?? Timeout.InfiniteTimeSpan };
    }

    // The client would read the body without a limit. Reading it here limits it, and includes it in the client's time-out.
    private sealed class LimitedReplies(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage? response = null;
            try
            {
                response = await base.SendAsync(request, cancellationToken);
                await response.Content.LoadIntoBufferAsync(MaxReplyBytes, cancellationToken);
                return response;
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
            {
                response?.Dispose();
                // Not a network exception: the client would retry after one.
                throw new ReplyTooLargeException(exception);
            }
            catch
            {
                response?.Dispose();
                throw;
            }
        }
    }
}

/// <summary>Secrets Manager's reply is larger than any secret.</summary>
internal sealed class ReplyTooLargeException(Exception cause) : Exception("Secrets Manager's reply is too large.", cause);
