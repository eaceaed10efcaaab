namespace GenesysLambdas.Tooling;

/// <summary>JSON Schema's names for the contract's types.</summary>
public static class TypeName
{
    public static string Format(ContractType type) => type.ToString().ToLowerInvariant();

    /// <summary>An output's type, such as <c>string</c> or <c>string[]</c>.</summary>
    public static string Format(OutputContract output) => Format(output.Type) + (output.IsArray ? "[]" : "");

    public static bool Matches(OutputContract output, JsonElement value)
    {
        var (declared, type) = (Format(output), Of(value));
        return declared == type
            || (output.IsArray && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0)
            || (declared == "number" && type == "integer");
    }

    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => string.Join(" or ", value.EnumerateArray().Select(Of).Distinct().DefaultIfEmpty("string")) + "[]",
        JsonValueKind.Null => "null",
        _ => "object",
    };
}
