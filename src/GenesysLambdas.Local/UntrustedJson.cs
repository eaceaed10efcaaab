using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Local;

/// <summary>Reads JSON from unknown sources.</summary>
internal static class UntrustedJson
{
    /// <summary>The depth that the functions read.</summary>
    public const int MaxDepth = JsonNesting.MaxLevels;

    /// <summary>Null if it is not JSON, too deep, or has invalid Unicode.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return JsonText.IsUnicode(json.RootElement) ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null if it is not JSON, or the literal null.</summary>
    public static JsonNode? Node(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(JsonElement? json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static double? Number(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var value) ? value : null;
}
