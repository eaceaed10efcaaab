using System.Net.Sockets;
using System.Text;

namespace GenesysLambdas.Tests.Support;

/// <summary>What a scripted API does with a request.</summary>
internal abstract record Reply
{
    public static Reply Ok(string json) => Status(200, json);

    public static Reply Status(int status, string body = "", params string[] headers) => new Bytes(Message(status, Encoding.UTF8.GetBytes(body), headers));

    public static Reply Body(byte[] body) => new Bytes(Message(200, body));

    /// <summary>Exactly these bytes; then the connection ends.</summary>
    public static Reply Raw(string bytes) => new Bytes(Encoding.Latin1.GetBytes(bytes), ThenClose: true);

    /// <summary>A reply that stops half way.</summary>
    public static Reply Half(string json) => Raw($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {2 * json.Length}\r\n\r\n{json}");

    /// <summary>A connection reset instead of a reply.</summary>
    public static Reply Reset { get; } = new ResetReply();

    /// <summary>No reply for as long as the caller waits.</summary>
    public static Reply Never { get; } = new NeverReply();

    public abstract Task SendAsync(Socket socket, Stream stream, CancellationToken cancellationToken);

    private static byte[] Message(int status, byte[] body, params string[] headers)
    {
        var lines = string.Concat(headers.Select(header => header + "\r\n"));
        var head = $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{lines}\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private sealed record Bytes(byte[] Content, bool ThenClose = false) : Reply
    {
        public override async Task SendAsync(Socket socket, Stream stream, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(Content, cancellationToken);
            if (ThenClose)
            {
                socket.Shutdown(SocketShutdown.Both);
            }
        }
    }

    private sealed record ResetReply : Reply
    {
        public override Task SendAsync(Socket socket, Stream stream, CancellationToken cancellationToken)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
            return Task.CompletedTask;
        }
    }

    private sealed record NeverReply : Reply
    {
        public override Task SendAsync(Socket socket, Stream stream, CancellationToken cancellationToken) =>
            Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
