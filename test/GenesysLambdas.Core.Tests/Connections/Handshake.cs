using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace GenesysLambdas.Core.Tests.Connections;

/// <summary>A TLS handshake with a server that sends given certificates.</summary>
internal static class Handshake
{
    /// <summary>Whether a client with these options trusts the server.</summary>
    public static async Task<bool> SucceedsAsync(SslClientAuthenticationOptions options, X509Certificate2 server, params X509Certificate2[] intermediates)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        var accepting = listener.AcceptTcpClientAsync();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var accepted = await accepting;
        await using var serverSide = new SslStream(accepted.GetStream());
        await using var clientSide = new SslStream(client.GetStream());
        options.TargetHost = "127.0.0.1";
        var serving = serverSide.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            // Offline: it sends what it is given, and does not complete the chain itself.
            ServerCertificateContext = SslStreamCertificateContext.Create(server, [.. intermediates], offline: true),
        });
        try
        {
            await clientSide.AuthenticateAsClientAsync(options);
            await serving;
            return true;
        }
        catch (AuthenticationException)
        {
            client.Close();
            // With TLS 1.3 the server's handshake may be complete before the client refuses it.
            await Task.WhenAny(serving);
            return false;
        }
    }
}
