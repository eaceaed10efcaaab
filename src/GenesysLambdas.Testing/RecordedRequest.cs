using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;

namespace GenesysLambdas.Testing;

/// <summary>A request as received.</summary>
public sealed record RecordedRequest(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body's JSON, without unnecessary escapes.</summary>
    public string Json() => JsonNode.Parse(Body)!.ToJsonString(Unescaped);

    public string? this[string header] =>
        Headers.Where(pair => pair.Key.Equals(header, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value).FirstOrDefault();

    public static async Task<RecordedRequest?> ReadAsync(PipeReader connection, CancellationToken cancellationToken)
    {
        if (await ReadHeadAsync(connection, cancellationToken) is not [var line, .. var lines])
        {
            return null;
        }

        var headers = lines.Select(header => header.Split(':', 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1].Trim())).ToList();
        var length = headers.Where(pair => pair.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            .Select(pair => int.Parse(pair.Value)).FirstOrDefault();
        var words = line.Split(' ', 3);
        return new(words[0], words[1], headers, await ReadBodyAsync(connection, length, cancellationToken));
    }

    private static async Task<string[]> ReadHeadAsync(PipeReader connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await connection.ReadAsync(cancellationToken);
            var reader = new SequenceReader<byte>(result.Buffer);
            if (reader.TryReadTo(out ReadOnlySequence<byte> head, "\r\n\r\n"u8))
            {
                var lines = Encoding.Latin1.GetString(head).Split("\r\n");
                connection.AdvanceTo(reader.Position);
                return lines;
            }

            connection.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted)
            {
                return [];
            }
        }
    }

    private static async Task<string> ReadBodyAsync(PipeReader connection, int length, CancellationToken cancellationToken)
    {
        if (length == 0)
        {
            return "";
        }

        var result = await connection.ReadAtLeastAsync(length, cancellationToken);
        var body = result.Buffer.Slice(0, length);
        var text = Encoding.UTF8.GetString(body);
        connection.AdvanceTo(body.End);
        return text;
    }
}
