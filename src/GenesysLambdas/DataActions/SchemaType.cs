namespace GenesysLambdas.DataActions;

/// <summary>The types of a JSON schema. Nothing is converted: in draft 4, an integer has no point or exponent.</summary>
internal static class SchemaType
{
    /// <summary>Reads the keyword <c>type</c>: a type, or several.</summary>
    /// <returns>Checks a value's type and reports a violation; null if the keyword is invalid.</returns>
    public static Func<CheckedJson, bool>? Read(JsonElement keyword)
    {
        IEnumerable<JsonElement> types = keyword.ValueKind == JsonValueKind.Array ? keyword.EnumerateArray() : [keyword];
        var names = types.Select(type => type.ValueKind == JsonValueKind.String ? type.GetString()! : "").ToList();
        return names.Count > 0 && names.TrueForAll(IsType) ? value => Check(value, names) : null;
    }

    public static bool IsInteger(JsonElement json) => json.ValueKind == JsonValueKind.Number && !json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E');

    private static bool Check(CheckedJson value, List<string> names)
    {
        var isOne = names.Exists(name => Has(name, value.Json));
        if (!isOne)
        {
            value.Violates(ViolationOf(names[0]), $"Must be {string.Join(" or ", names.Select(Words))}");
        }

        return isOne;
    }

    private static bool IsType(string name) => name is "string" or "integer" or "number" or "boolean" or "object" or "array" or "null";

    private static bool Has(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => name == "string",
        JsonValueKind.Number => name == "number" || (name == "integer" && IsInteger(json)),
        JsonValueKind.True or JsonValueKind.False => name == "boolean",
        JsonValueKind.Object => name == "object",
        JsonValueKind.Array => name == "array",
        _ => name == "null",
    };

    private static string Words(string name) => name switch
    {
        "null" => name,
        "integer" or "object" or "array" => $"an {name}",
        _ => $"a {name}",
    };

    private static string ViolationOf(string name) => name switch
    {
        "string" => ViolationType.String,
        "integer" => ViolationType.Integer,
        "number" => ViolationType.Number,
        "boolean" => ViolationType.Boolean,
        "object" => ViolationType.Object,
        "array" => ViolationType.List,
        _ => ViolationType.Null,
    };
}
