using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GenesysLambdas.Testing;

/// <summary>An external API on loopback with scripted replies, byte by byte if needed.</summary>
public sealed class ScriptedApi : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _connected = new(0);
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly Func<RecordedRequest, Reply> _script;
    private Task _accepting = Task.CompletedTask;
    private int _connections;

    /// <summary>Reserves a port. If <paramref name="listens"/> is false, it refuses connections until <see cref="Listen"/>.</summary>
    public ScriptedApi(Func<RecordedRequest, Reply> script, bool listens = true)
    {
        _script = script;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (listens)
        {
            Listen();
        }
    }

    /// <summary>One that answers every request alike.</summary>
    public ScriptedApi(Reply reply)
        : this(_ => reply)
    {
    }

    /// <summary>Its certificate; null for plain HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>
    /// What it sends unasked once a connection is made, by the connection's number, from 1; null for nothing. An empty string ends the connection.
    /// </summary>
    public Func<int, string?> Greeting { get; init; } = _ => null;

    /// <summary>Whether it records requests. A test with very many checks them in its script.</summary>
    public bool KeepsRequests { get; init; } = true;

    public string BaseUrl => $"http{(Certificate is null ? "" : "s")}://{_socket.LocalEndPoint}";

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public RecordedRequest Request => Requests.Single();

    /// <summary>The number of connections with a complete handshake.</summary>
    public int Connections => _connections;

    /// <summary>Waits for the next connection.</summary>
    public Task ConnectionAsync() => _connected.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Accepts connections from now on.</summary>
    public void Listen()
    {
        _socket.Listen();
        _accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Dispose();
        await _accepting;
        _stop.Dispose();
        _connected.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _socket.AcceptAsync(_stop.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            await using var secured = await SecureAsync(stream);
            var greeting = Greeting(Interlocked.Increment(ref _connections));
            if (greeting is not null)
            {
                await secured.WriteAsync(Encoding.Latin1.GetBytes(greeting), _stop.Token);
            }

            if (greeting is "")
            {
                socket.Shutdown(SocketShutdown.Send);
            }

            _connected.Release();
            var connection = PipeReader.Create(secured);
            while (await RecordedRequest.ReadAsync(connection, _stop.Token) is { } request)
            {
                if (KeepsRequests)
                {
                    _requests.Enqueue(request);
                }

                await _script(request).SendAsync(socket, secured, _stop.Token);
            }
        }
        catch (Exception exception) when (
            exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The caller has gone, or the test is over.
        }
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        if (Certificate is null)
        {
            return stream;
        }

        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
        return secured;
    }
}
