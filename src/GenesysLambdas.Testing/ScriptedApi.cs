using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GenesysLambdas.Testing;

/// <summary>An external API on loopback that answers as a test says, byte by byte where it must.</summary>
public sealed class ScriptedApi : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _connected = new(0);
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly Func<RecordedRequest, Reply> _script;
    private Task _accepting = Task.CompletedTask;
    private int _connections;

    /// <summary>Takes a port; with <paramref name="listens"/> false, it refuses connections until <see cref="Listen"/>.</summary>
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

    /// <summary>The certificate that it shows; null: it does not speak TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>
    /// What it sends unasked once a connection is made, by the connection's number from 1; null: nothing. An empty string ends the connection.
    /// </summary>
    public Func<int, string?> Greeting { get; init; } = _ => null;

    /// <summary>Whether it keeps the requests for a test to look at. A test of very many looks at them in its script.</summary>
    public bool KeepsRequests { get; init; } = true;

    /// <summary>Its address.</summary>
    public string BaseUrl => $"http{(Certificate is null ? "" : "s")}://{_socket.LocalEndPoint}";

    /// <summary>The requests so far, in the order they came.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>The only request so far.</summary>
    public RecordedRequest Request => Requests.Single();

    /// <summary>How many connections there have been, each counted once its handshake is complete.</summary>
    public int Connections => _connections;

    /// <summary>Waits for the next connection.</summary>
    public Task ConnectionAsync() => _connected.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Accepts connections from now on.</summary>
    public void Listen()
    {
        _socket.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>Closes it and its connections.</summary>
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
            // The caller went away, or the test is over.
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
