using System.Text;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Scaffolding.NewLookups.Samples;

internal static class SampleFile
{
    // The sample is committed indented, and tests lengthen its strings. The result must fit into 1 MiB (docs/reliability.md).
    private const int MaxBytes = 128 * 1024;

    private static readonly JsonDocumentOptions Unambiguous = new() { AllowDuplicateProperties = false, MaxDepth = JsonNesting.MaxLevels };

    public static JsonElement Read(string path)
    {
        var text = ReadText(path);
        try
        {
            var json = JsonDocument.Parse(text, Unambiguous).RootElement;
            // Validates the strings, which parsing does not.
            using var writer = new Utf8JsonWriter(Stream.Null);
            json.WriteTo(writer);
            CheckNames(path, json);
            return json.ValueKind == JsonValueKind.Object ? json : throw new ToolException(
                $"{path} contains {(json.ValueKind == JsonValueKind.Array ? "an array" : "a single value")}, "
                + "but 'new' only supports APIs that send and receive JSON objects.");
        }
        catch (JsonException exception)
        {
            throw JsonNesting.Check(Encoding.UTF8.GetBytes(text)) == JsonProblem.TooDeep
                ? new ToolException($"{path} is nested more than {JsonNesting.MaxLevels} levels deep, which functions do not accept.")
                : new ToolException($"{path} is not JSON.{Hint(text)} {exception.Message}");
        }
        catch (InvalidOperationException)
        {
            throw new ToolException($"{path} contains half of a surrogate pair, such as \\ud800, which is not a character. Remove it.");
        }
    }

    // Member names end up in code, in Genesys Cloud and in messages.
    private static void CheckNames(string path, JsonElement json)
    {
        if (NamesIn(json).FirstOrDefault(name => name.Any(PlainText.Reorders)) is { } name)
        {
            throw new ToolException(
                $"{path} has a member called {PlainText.Escape(name)}, with an invisible character that reorders the text around it. "
                + "Remove or rename the member.");
        }
    }

    private static IEnumerable<string> NamesIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(NamesIn),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => NamesIn(member.Value).Prepend(member.Name)),
        _ => [],
    };

    private static string ReadText(string path)
    {
        try
        {
            // A pipe, as in <(curl ...), has no length.
            using var file = File.OpenRead(path);
            var bytes = new byte[MaxBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MaxBytes)
            {
                throw new ToolException(
                    $"{path} is larger than {MaxBytes} bytes (128 KiB). "
                    + "It will be committed, so use a shorter reply, or leave only an item or two in each array.");
            }

            // PowerShell writes UTF-16 with a byte order mark.
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            using var reader = new StreamReader(new MemoryStream(bytes, 0, length), strict);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new ToolException($"{path} is not UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"Cannot read {path}: {exception.Message}");
        }
    }

    private static string Hint(string text) => text.TrimStart() switch
    {
        "" => " It is empty.",
        ['H', 'T', 'T', 'P', '/', ..] => " It begins with the reply's headers: call curl without -i.",
        ['<', ..] => " It looks like HTML or XML.",
        _ => "",
    };
}
