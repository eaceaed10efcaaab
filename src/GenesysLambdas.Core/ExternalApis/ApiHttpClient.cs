namespace GenesysLambdas.ExternalApis;

/// <summary>An HTTP client without redirects, cookies, proxy and compression.</summary>
internal static class ApiHttpClient
{
    public static HttpClient Create()
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            // Includes the TLS handshake. A request that could not connect in this time was not sent, and may be tried again.
            ConnectTimeout = TimeSpan.FromSeconds(2.5),
            // Short enough to follow a change of address, long enough to save a caller the handshake.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Servers and load balancers close idle connections after a minute or more; a frozen function does not notice.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(45),
        })
        {
            // Each attempt has its own.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "GenesysLambdas/1.0");
        return client;
    }
}
