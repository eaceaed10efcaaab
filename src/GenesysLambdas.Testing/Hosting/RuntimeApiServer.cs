using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace GenesysLambdas.Testing.Hosting;

/// <summary>A Lambda runtime API on loopback. It hands out events, records posts and can misbehave.</summary>
public sealed class RuntimeApiServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<Event> _events = Channel.CreateUnbounded<Event>();
    private readonly Channel<RuntimeRequest> _posts = Channel.CreateUnbounded<RuntimeRequest>();
    private readonly List<RuntimeRequest> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private readonly string _basePath;

    /// <summary>Listens at a free port, below <paramref name="basePath"/>.</summary>
    public RuntimeApiServer(string basePath = "")
    {
        _basePath = basePath;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string Endpoint => $"{_listener.LocalEndpoint}{_basePath}";

    /// <summary>Overrides the reply to a request; null for the normal one. Requests are numbered from 1.</summary>
    public Func<RuntimeRequest, int, RuntimeReply?> Misbehave { get; set; } = (_, _) => null;

    /// <summary>Whether events come without a deadline, unless one is among their headers.</summary>
    public bool WithoutDeadline { get; init; }

    /// <summary>Every request so far, in the order they came.</summary>
    public RuntimeRequest[] Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public RuntimeApiServer Enqueue(string body, string id = "1", params (string Name, string Value)[] headers)
    {
        _events.Writer.TryWrite(new Event(id, body, headers));
        return this;
    }

    /// <summary>The next answer or error that was posted.</summary>
    public async Task<RuntimeRequest> PostedAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        return await _posts.Reader.ReadAsync(timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await Task.Yield();
        using var _ = client;
        var stream = client.GetStream();
        try
        {
            while (await ReadAsync(stream) is { } request)
            {
                int number;
                lock (_requests)
                {
                    _requests.Add(request);
                    number = _requests.Count;
                }

                var reply = Misbehave(request, number) ?? await AnswerAsync(request);
                if (reply == RuntimeReply.Never)
                {
                    await Task.Delay(Timeout.Infinite, _stopping.Token);
                }

                if (reply == RuntimeReply.Drop)
                {
                    client.Client.LingerState = new LingerOption(enable: true, 0);
                    return;
                }

                await stream.WriteAsync(reply.ToBytes(), _stopping.Token);
                if (reply.IsCutShort)
                {
                    return;
                }

                if (request.Method == "POST" && reply.Status == 202)
                {
                    _posts.Writer.TryWrite(request);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
        {
            // The function has gone, or the test is over.
        }
    }

    private async Task<RuntimeReply> AnswerAsync(RuntimeRequest request)
    {
        var root = $"{_basePath}/2018-06-01/runtime/";
        var path = request.Path.StartsWith(root, StringComparison.Ordinal) ? request.Path[root.Length..] : "";
        if (request.Method == "POST" && (path == "init/error" || path.StartsWith("invocation/", StringComparison.Ordinal)))
        {
            return new RuntimeReply(202);
        }

        if (request.Method != "GET" || path != "invocation/next")
        {
            return new RuntimeReply(404);
        }

        var next = await _events.Reader.ReadAsync(_stopping.Token);
        var inAMinute = TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds();
        (string, string)[] deadline = WithoutDeadline ? [] : [("Lambda-Runtime-Deadline-Ms", $"{inAMinute}")];
        return new RuntimeReply(200, next.Body, [("Lambda-Runtime-Aws-Request-Id", next.Id), .. deadline, .. next.Headers]);
    }

    private async Task<RuntimeRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, _stopping.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.UTF8.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(header => header[0], header => header[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stopping.Token);
        return new RuntimeRequest(lines[0].Split(' ')[0], lines[0].Split(' ')[1], headers, Encoding.UTF8.GetString(body));
    }

    private sealed record Event(string Id, string Body, (string Name, string Value)[] Headers);
}

/// <summary>A request to the runtime API.</summary>
public sealed record RuntimeRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);

public sealed record RuntimeReply(int Status, string Body = "", params (string Name, string Value)[] Headers)
{
    /// <summary>The connection is reset instead.</summary>
    public static readonly RuntimeReply Drop = new(0);

    /// <summary>Nothing is sent instead.</summary>
    public static readonly RuntimeReply Never = new(-1);

    /// <summary>The connection is closed before the end of the body.</summary>
    public bool IsCutShort { get; init; }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {Status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(Body) + (IsCutShort ? 1 : 0)}\r\n"
        + $"{string.Concat(Headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}\r\n{Body}");
}
