namespace GenesysLambdas.Connections;

/// <summary>The HTTP handler for every far end: without redirects, cookies, proxy and compression.</summary>
internal static class FarEndHandler
{
    public static SocketsHttpHandler Create(ServerTrust trust) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        SslOptions = trust.TlsOptions(),
    };
}
