using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using GenesysLambdas.Core.Timing;

namespace GenesysLambdas.Core.Connections;

/// <summary>
/// Opens TLS connections before requests need them, so that no caller waits: when the function starts, and
/// shortly before the pool's own connection reaches its age limit. Nothing but the handshake is sent.
/// </summary>
internal sealed class ConnectionAhead(ServerTrust trust, TimeSpan lifetime, TimeProvider time)
{
    // Apache gives a new connection 20 seconds to send a request (mod_reqtimeout); most servers give it longer.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RenewalWindow = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestHandshake = TimeSpan.FromSeconds(5);

    private Opened? _opened;
    private Moment? _pooledSince;

    /// <summary>Starts opening a connection to an https URL. If that fails, the pool opens its own.</summary>
    public void Open(Uri address)
    {
        if (address.Scheme == Uri.UriSchemeHttps)
        {
            var server = new DnsEndPoint(address.IdnHost, address.Port);
            Discard(Interlocked.Exchange(ref _opened, new(server, Moment.Now(time), SecureAsync(server))));
        }
    }

    /// <summary>Opens the next connection if the pool's is about to reach its age limit.</summary>
    public void Renew(Uri address)
    {
        if (_opened is null && _pooledSince?.Age(time) > lifetime - RenewalWindow)
        {
            Open(address);
        }
    }

    /// <summary>Returns the connection opened ahead or, if there is none, a new TCP connection for the pool to secure.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var stream = await TakeAsync(context.DnsEndPoint, cancellationToken) ?? await ConnectAsync(context.DnsEndPoint, cancellationToken);
        _pooledSince = Moment.Now(time);
        return stream;
    }

    private async Task<Stream?> TakeAsync(DnsEndPoint server, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _opened, null) is not { } opened)
        {
            return null;
        }

        if (opened.Server.Equals(server) && opened.Since.Age(time) < LongestIdle)
        {
            try
            {
                return await opened.Connection.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Discard(opened);
                throw;
            }
        }

        Discard(opened);
        return null;
    }

    private async Task<Stream?> SecureAsync(DnsEndPoint server)
    {
        using var bound = new CancellationTokenSource(LongestHandshake, time);
        SslStream? secured = null;
        try
        {
            secured = new SslStream(await ConnectAsync(server, bound.Token));
            var options = trust.TlsOptions();
            options.TargetHost = server.Host;
            await secured.AuthenticateAsClientAsync(options, bound.Token);
            return secured;
        }
        catch (Exception)
        {
            // The pool will run into the same problem, and the request reports it.
            secured?.Dispose();
            return null;
        }
    }

    private static async Task<Stream> ConnectAsync(DnsEndPoint server, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void Discard(Opened? opened) => _ = opened?.Connection.ContinueWith(
        static connecting => connecting.Result?.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    // The connection is null if it could not be opened.
    private sealed record Opened(DnsEndPoint Server, Moment Since, Task<Stream?> Connection);
}
