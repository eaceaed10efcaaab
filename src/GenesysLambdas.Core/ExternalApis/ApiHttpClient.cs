namespace GenesysLambdas.ExternalApis;

/// <summary>An HTTP client that does what it is told and nothing else: no redirects, no cookies, no proxy, no compression.</summary>
internal static class ApiHttpClient
{
    public static HttpClient Create() => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            // With its TLS handshake. Who cannot connect in this time has sent nothing, and may try again.
            ConnectTimeout = TimeSpan.FromSeconds(2.5),
            // Short enough to follow a change of address, long enough to save a caller the handshake.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Servers and load balancers close idle connections from one minute on; a frozen function does not notice.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(45),
        })
    {
        // Each attempt has its own.
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
