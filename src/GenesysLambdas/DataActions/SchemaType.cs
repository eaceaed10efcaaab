using System.Text.Json;
using GenesysLambdas.Validation;

namespace GenesysLambdas.DataActions;

/// <summary>The types of a JSON schema. Nothing is converted: as draft 4 has it, an integer is written without point and exponent.</summary>
internal static class SchemaType
{
    /// <summary>Reads the keyword <c>type</c>: a type, or several.</summary>
    /// <returns>Whether a value is of it, and tells it where it is not; null where it is no such keyword.</returns>
    public static Func<CheckedJson, bool>? Read(JsonElement keyword)
    {
        var names = new List<string>();
        if (keyword.ValueKind == JsonValueKind.Array)
        {
            foreach (var name in keyword.EnumerateArray())
            {
                names.Add(NameIn(name));
            }
        }
        else
        {
            names.Add(NameIn(keyword));
        }

        return names.Count > 0 && names.TrueForAll(IsType) ? value => Is(value, names) : null;
    }

    private static string NameIn(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : "";

    private static bool Is(CheckedJson value, List<string> names)
    {
        var json = value.Json;
        var isOne = names.Exists(name => Has(name, json));
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
        JsonValueKind.Number => name == "number" || (name == "integer" && !json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E')),
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
