using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace GenesysLambdas.Benchmarks.Loopback;

/// <summary>
/// A server on a free loopback port, with connections kept alive, and as little work for each request as possible: what it costs is
/// part of every figure, and the same part for every variant.
/// </summary>
/// <param name="answer">Gives the whole response, head and body.</param>
/// <param name="tls">Null: plain HTTP.</param>
internal sealed class HttpServer(Func<HttpRequest, ValueTask<byte[]>> answer, SslServerAuthenticationOptions? tls = null) : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>The host and port.</summary>
    public string Authority => _listener.LocalEndPoint!.ToString()!;

    /// <summary>The address, with the scheme.</summary>
    public string Address => $"{(tls is null ? "http" : "https")}://{Authority}";

    public HttpServer Start()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(128);
        _ = AcceptAsync();
        return this;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                socket.NoDelay = true;
                _ = ServeAsync(socket);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Disposed of.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var stream = await OpenAsync(new NetworkStream(socket, ownsSocket: true));
            var reader = new HttpReader(stream);
            while (await reader.ReadAsync() is { } request)
            {
                await stream.WriteAsync(await answer(request));
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The function's process has ended or does not trust the certificate, and says so itself.
        }
    }

    private async Task<Stream> OpenAsync(NetworkStream network)
    {
        if (tls is null)
        {
            return network;
        }

        var secure = new SslStream(network);
        await secure.AuthenticateAsServerAsync(tls);
        return secure;
    }
}
