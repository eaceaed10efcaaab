using GenesysLambdas.JsonReading;

namespace GenesysLambdas.Local;

/// <summary>JSON that anybody may have written.</summary>
internal static class UntrustedJson
{
    /// <summary>The same depth as the functions read.</summary>
    public const int MaxDepth = JsonNesting.MaxLevels;

    /// <summary>The JSON; null: it is not JSON, or too deep, or has texts that are not Unicode.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            CheckUnicode(utf8.Span);
            using var json = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return json.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static string? Text(JsonElement? json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static double? Number(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var value) ? value : null;

    // Half a surrogate pair is well-formed JSON, but not text; and bytes that are not UTF-8 are found only when they are read.
    private static void CheckUnicode(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                _ = reader.GetString();
            }
        }
    }
}
