using GenesysLambdas.Connections;

namespace GenesysLambdas.ExternalApis;

/// <summary>The HTTP client of one far end, for the life of the function.</summary>
internal sealed class ApiHttpClient
{
    // Short enough to follow a change of address.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly ConnectionAhead _ahead;
    private readonly HttpClient _http;

    public ApiHttpClient(ServerTrust trust, TimeProvider time)
    {
        _ahead = new ConnectionAhead(trust, ConnectionLifetime, time);
        _http = Create(trust, _ahead);
    }

    /// <summary>Begins to connect to an address, so that the first request does not have to wait for that.</summary>
    public void Prepare(Uri address) => _ahead.Open(address);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        _ahead.Renew(message.RequestUri!);
        return _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static HttpClient Create(ServerTrust trust, ConnectionAhead ahead)
    {
        var handler = FarEndHandler.Create(trust);
        handler.ConnectCallback = ahead.ConnectAsync;
        // Includes the TLS handshake. A request that could not connect in this time was not sent, and may be tried again.
        handler.ConnectTimeout = TimeSpan.FromSeconds(2.5);
        handler.PooledConnectionLifetime = ConnectionLifetime;
        // Servers and load balancers close idle connections after a minute or more; a frozen function does not notice.
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(45);
        // Each attempt has its own time-out.
        var client = new HttpClient(new GuardedHandler(handler)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "GenesysLambdas/1.0");
        return client;
    }
}
