using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Local;

/// <summary>JSON that anybody may have written.</summary>
internal static class UntrustedJson
{
    /// <summary>The same depth as the functions read.</summary>
    public const int MaxDepth = JsonNesting.MaxLevels;

    /// <summary>The JSON; null: it is not JSON, or too deep, or has strings that are not Unicode.</summary>
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

    public static string? Text(JsonElement? json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static double? Number(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var value) ? value : null;
}
