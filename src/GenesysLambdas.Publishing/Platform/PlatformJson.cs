namespace GenesysLambdas.Publishing.Platform;

/// <summary>Reads replies. A value that is missing or has the wrong type is null.</summary>
internal static class PlatformJson
{
    public static JsonNode? At(this JsonNode? json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            json = (json as JsonObject)?[name];
        }

        return json;
    }

    /// <summary>A string, escaped for printing.</summary>
    public static string? Text(this JsonNode? json, params ReadOnlySpan<string> path) =>
        json.At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? PlainText.Escape(text) : null;

    public static T? Value<T>(this JsonNode? json, params ReadOnlySpan<string> path)
        where T : struct => json.At(path) is JsonValue value && value.TryGetValue<T>(out var result) ? result : null;

    /// <summary>The objects in an array; empty if there are none, or if it is not an array.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? json, params ReadOnlySpan<string> path) =>
        (json.At(path) as JsonArray ?? []).OfType<JsonObject>();
}
