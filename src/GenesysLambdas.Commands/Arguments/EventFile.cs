using System.Text;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Commands.Arguments;

internal static class EventFile
{
    public const string StandardInput = "-";

    /// <summary>Reads an event unchanged, except that a byte order mark is removed and UTF-16 is converted.</summary>
    public static async Task<byte[]> ReadAsync(string path, Stream standardInput, CancellationToken cancellationToken)
    {
        var payload = WithoutMark(path == StandardInput ? await ReadAllAsync(standardInput, cancellationToken) : await ReadFileAsync(path, cancellationToken));
        var name = path == StandardInput ? "Standard input" : path;
        if (payload.Length == 0)
        {
            throw new ToolException($"{name} is empty; an event is JSON, such as {{\"inputs\":{{}}}}.");
        }

        return JsonNesting.Check(payload, out var error) switch
        {
            JsonProblem.TooDeep => throw new ToolException($"{name} is nested more than {JsonNesting.MaxLevels} levels deep, which no function accepts."),
            JsonProblem.NotJson => throw new ToolException(
                $"{name} is not JSON (line {error!.LineNumber + 1}, byte {error.BytePositionInLine + 1}); "
                + "Lambda refuses such an event with 400 InvalidRequestContentException."),
            _ => payload,
        };
    }

    /// <summary>Editors on Windows write a byte order mark, which is not valid JSON, and some shells write UTF-16.</summary>
    private static byte[] WithoutMark(byte[] text)
    {
        Encoding[] encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];
        return Array.Find(encodings, encoding => text.AsSpan().StartsWith(encoding.Preamble)) is { } marked
            ? Encoding.Convert(marked, Encoding.UTF8, text, marked.Preamble.Length, text.Length - marked.Preamble.Length)
            : text;
    }

    private static async Task<byte[]> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException($"There is no file {path}; --event needs the path of a JSON file, or - for standard input.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"Cannot read {path}: {exception.Message}");
        }
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }
}
