using System.Text;

namespace GenesysLambdas.Benchmarks.Loopback;

/// <summary>Reads HTTP/1.1 requests from a connection. A body has a Content-Length.</summary>
internal sealed class HttpReader(Stream stream)
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _filled;

    /// <returns>Null: the connection was closed.</returns>
    public async ValueTask<HttpRequest?> ReadAsync()
    {
        int head;
        while ((head = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        var request = new HttpRequest(Encoding.ASCII.GetString(_buffer, 0, head + 2));
        var end = head + 4 + int.Parse(request.Header("Content-Length") ?? "0");
        while (_filled < end)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        request.Body = _buffer[(head + 4)..end];
        _buffer.AsSpan(end, _filled - end).CopyTo(_buffer);
        _filled -= end;
        return request;
    }

    private async ValueTask<bool> FillAsync()
    {
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_filled));
        _filled += read;
        return read > 0;
    }
}

/// <summary>A request.</summary>
/// <param name="head">The request line and the headers, each with its end of line.</param>
internal sealed class HttpRequest(string head)
{
    /// <summary>The path and query.</summary>
    public string Target { get; } = head.Split(' ', 3)[1];

    public byte[] Body { get; set; } = [];

    public string? Header(string name)
    {
        var start = head.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        start += name.Length + 3;
        return head[start..head.IndexOf("\r\n", start, StringComparison.Ordinal)].Trim();
    }
}
