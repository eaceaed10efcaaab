namespace GenesysLambdas.Testing.Actions;

/// <summary>
/// Validates against the part of JSON Schema that the exported contracts use. A keyword that it does not know is a violation,
/// so that none is passed over. (JsonSchema.Net cannot be restored from the project's feed, which lacks JsonPointer.Net.)
/// </summary>
internal static class SchemaChecker
{
    /// <summary>What is wrong with a value, each with its place; empty when it is valid.</summary>
    public static IReadOnlyList<string> Violations(JsonElement schema, JsonElement value, string place = "$") =>
        [.. schema.EnumerateObject().SelectMany(keyword => Violations(schema, keyword, value, place))];

    private static IEnumerable<string> Violations(JsonElement schema, JsonProperty keyword, JsonElement value, string place) => keyword.Name switch
    {
        "title" or "description" or "default" => [],
        "type" => When(!HasType(value, keyword.Value.GetString()!), $"{place} is {value.ValueKind}, not {keyword.Value}"),
        "required" => value.ValueKind == JsonValueKind.Object
            ? keyword.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{place}.{name} is missing")
            : [],
        "properties" => value.ValueKind == JsonValueKind.Object
            ? keyword.Value.EnumerateObject().SelectMany(property =>
                value.TryGetProperty(property.Name, out var member) ? Violations(property.Value, member, $"{place}.{property.Name}") : [])
            : [],
        "additionalProperties" => When(keyword.Value.ValueKind != JsonValueKind.True, $"{place}: additionalProperties other than true is not known here"),
        "items" => value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().SelectMany((item, i) => Violations(keyword.Value, item, $"{place}[{i}]"))
            : [],
        _ => [$"{place}: the keyword {keyword.Name} is not known here"],
    };

    private static bool HasType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => false,
    };

    private static IEnumerable<string> When(bool violated, string violation) => violated ? [violation] : [];
}
