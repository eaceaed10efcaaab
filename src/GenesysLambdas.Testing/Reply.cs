using System.Net.Sockets;
using System.Text;

namespace GenesysLambdas.Testing;

/// <summary>What a scripted API does with a request. Raw strings are Latin-1: one byte per character.</summary>
public abstract record Reply
{
    public static Reply Ok(string json) => Status(200, json);

    /// <summary>A status, with a body and headers such as <c>Retry-After: 60</c>.</summary>
    public static Reply Status(int status, string body = "", params string[] headers) => Message(status, Encoding.UTF8.GetBytes(body), headers);

    public static Reply Body(byte[] body, params string[] headers) => Message(200, body, headers);

    /// <summary>Exactly these bytes; then the connection ends.</summary>
    public static Reply Raw(string bytes) => new Bytes(Encoding.Latin1.GetBytes(bytes), Ending.Close);

    /// <summary>Exactly these bytes; then the connection is reset.</summary>
    public static Reply RawThenReset(string bytes) => new Bytes(Encoding.Latin1.GetBytes(bytes), Ending.Reset);

    /// <summary>Exactly these bytes; then nothing, on an open connection.</summary>
    public static Reply RawThenSilence(string bytes) => new Bytes(Encoding.Latin1.GetBytes(bytes), Ending.Never);

    /// <summary>Exactly these bytes, on a connection that stays open for the next request.</summary>
    public static Reply RawAndOpen(string bytes) => new Bytes(Encoding.Latin1.GetBytes(bytes), Ending.NextRequest);

    /// <summary>Some bytes, then others in another packet after a delay.</summary>
    public static Reply RawInTwo(string first, string then, TimeSpan after, Action? whenSent = null) =>
        new TwoReply(Encoding.Latin1.GetBytes(first), Encoding.Latin1.GetBytes(then), after, whenSent);

    /// <summary>Some bytes at once, then others one per second.</summary>
    public static Reply Drip(string atOnce, string slowly) => new DripReply(Encoding.Latin1.GetBytes(atOnce), Encoding.Latin1.GetBytes(slowly));

    /// <summary>Some bytes once, then others repeatedly while the caller reads.</summary>
    public static Reply Endless(string once, string again) => new EndlessReply(Encoding.Latin1.GetBytes(once), Encoding.Latin1.GetBytes(again));

    /// <summary>A reply that stops halfway.</summary>
    public static Reply Half(string json) => Raw($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {2 * json.Length}\r\n\r\n{json}");

    /// <summary>A connection reset instead of a reply.</summary>
    public static Reply Reset { get; } = RawThenReset("");

    /// <summary>No reply for as long as the caller waits.</summary>
    public static Reply Never { get; } = RawThenSilence("");

    public abstract Task SendAsync(Socket socket, Stream stream, CancellationToken cancellationToken);

    private static Bytes Message(int status, byte[] body, params string[] headers)
    {
        var lines = string.Concat(headers.Select(header => header + "\r\n"));
        var head = $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{lines}\r\n";
        return new Bytes([.. Encoding.ASCII.GetBytes(head), .. body], Ending.NextRequest);
    }

    private enum Ending
    {
        NextRequest,
        Close,
        Reset,
        Never,
    }

    private sealed record Bytes(byte[] Content, Ending Then) : Reply
    {
        public override async Task SendAsync(Socket socket, Stream stream, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(Content, cancellationToken);
            switch (Then)
            {
                case Ending.Close:
                    socket.Shutdown(SocketShutdown.Both);
                    break;
                case Ending.Reset:
                    socket.LingerState = new LingerOption(enable: true, seconds: 0);
                    socket.Close();
                    break;
                case Ending.Never:
                    await UntilTheCallerLeavesAsync(stream, cancellationToken);
                    break;
            }
        }
    }

    private sealed record TwoReply(byte[] First, byte[] Then, TimeSpan After, Action? WhenSent) : Reply
    {
        public override async Task SendAsync(Socket socket, Stream stream, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(First, cancellationToken);
            if (After > TimeSpan.Zero)
            {
                await Task.Delay(After, cancellationToken);
            }

            await stream.WriteAsync(Then, cancellationToken);
            WhenSent?.Invoke();
        }
    }

    private sealed record DripReply(byte[] AtOnce, byte[] Slowly) : Reply
    {
        public override async Task SendAsync(Socket socket, Stream stream, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(AtOnce, cancellationToken);
            foreach (var one in Slowly)
            {
                await stream.WriteAsync(new[] { one }, cancellationToken);
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
        }
    }

    private sealed record EndlessReply(byte[] Once, byte[] Again) : Reply
    {
        public override async Task SendAsync(Socket socket, Stream stream, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(Once, cancellationToken);
            while (true)
            {
                await stream.WriteAsync(Again, cancellationToken);
            }
        }
    }

    private static async Task UntilTheCallerLeavesAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[1024];
        while (await stream.ReadAsync(buffer, cancellationToken) > 0)
        {
            // Whatever it says.
        }
    }
}
