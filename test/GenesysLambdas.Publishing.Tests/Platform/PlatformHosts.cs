using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using GenesysLambdas.Testing.Certificates;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>The two hosts of a region, each with a certificate that only the handlers made here trust.</summary>
internal sealed class PlatformHosts : IDisposable
{
    public const string Api = "api.mypurecloud.ie";
    public const string Login = "login.mypurecloud.ie";

    private const int HttpsPort = 443;

    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _api;
    private readonly X509Certificate2 _login;

    public PlatformHosts()
    {
        var authority = CertificateAuthority.Root();
        (_root, _api, _login) = (authority.Certificate, authority.Server(Api), authority.Server(Login));
    }

    /// <summary>The certificate for the name that the client asks for (SNI), or for the API.</summary>
    public X509Certificate2 Certificate(string? name) => name == Login ? _login : _api;

    /// <summary>Leads both hosts to a port of this machine, and no other host anywhere.</summary>
    public SocketsHttpHandler CreateHandler(bool isTrusted, int port)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancellationToken) =>
            {
                if (context.DnsEndPoint is not { Host: Api or Login, Port: HttpsPort })
                {
                    throw new HttpRequestException($"No test may call {context.DnsEndPoint.Host}:{context.DnsEndPoint.Port}.");
                }

                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            },
        };
        if (isTrusted)
        {
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(_root);
        }

        return handler;
    }

    public void Dispose()
    {
        _api.Dispose();
        _login.Dispose();
        _root.Dispose();
    }
}
