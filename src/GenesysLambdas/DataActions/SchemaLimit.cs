using System.Text.Json;

namespace GenesysLambdas.DataActions;

/// <summary>The keywords of a JSON schema that limit a value: its size, its length, or what it may be.</summary>
internal static class SchemaLimit
{
    // No message lists more than a reader takes in.
    private const int MostTold = 20;

    public static bool Has(string keyword) => keyword is "enum" or "minLength" or "maxLength" or "minItems" or "maxItems" or "minimum" or "maximum";

    /// <summary>Reads such a keyword.</summary>
    /// <returns>Its check; null where its value is not what the keyword takes.</returns>
    public static Action<CheckedJson>? Read(JsonProperty keyword, JsonElement schema) => keyword.Name switch
    {
        "enum" => OneOf(keyword.Value),
        "minLength" => Count(keyword.Value) is { } fewest ? value => Must(Length(value) is not { } length || length >= fewest, value, ViolationType.StringTooShort, $"Must have at least {fewest} characters") : null,
        "maxLength" => Count(keyword.Value) is { } most ? value => Must(Length(value) is not { } length || length <= most, value, ViolationType.StringTooLong, $"Must have at most {most} characters") : null,
        "minItems" => Count(keyword.Value) is { } fewest ? value => Must(Items(value) is not { } items || items >= fewest, value, ViolationType.TooShort, $"Must have {fewest} or more elements") : null,
        "maxItems" => Count(keyword.Value) is { } most ? value => Must(Items(value) is not { } items || items <= most, value, ViolationType.TooLong, $"Must have {most} or fewer elements") : null,
        "minimum" => Bound(keyword.Value, isMinimum: true, IsTrue(schema, "exclusiveMinimum")),
        "maximum" => Bound(keyword.Value, isMinimum: false, IsTrue(schema, "exclusiveMaximum")),
        _ => null,
    };

    private static Action<CheckedJson>? OneOf(JsonElement keyword)
    {
        if (keyword.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var told = new List<string>();
        foreach (var value in keyword.EnumerateArray())
        {
            if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                return null;
            }

            told.Add(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
        }

        // A clone does not keep the whole reply in memory.
        var (values, more) = (keyword.Clone(), told.Count > MostTold ? $" and {told.Count - MostTold} more" : "");
        var message = $"Must be one of {string.Join(", ", told.Take(MostTold))}{more}";
        return value => Must(IsAmong(value.Json, values), value, ViolationType.Enum, message);
    }

    private static bool IsAmong(JsonElement value, JsonElement values)
    {
        foreach (var other in values.EnumerateArray())
        {
            if (value.ValueKind == other.ValueKind && value.ValueKind switch
            {
                JsonValueKind.String => value.ValueEquals(other.GetString()),
                JsonValueKind.Number => Compare(value, other) == 0,
                _ => true,
            })
            {
                return true;
            }
        }

        return false;
    }

    private static Action<CheckedJson>? Bound(JsonElement keyword, bool isMinimum, bool isExclusive)
    {
        if (keyword.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        var bound = keyword.Clone();
        var (type, words) = (isMinimum, isExclusive) switch
        {
            (true, false) => (ViolationType.TooSmall, "at least"),
            (true, true) => (ViolationType.NotMore, "more than"),
            (false, false) => (ViolationType.TooLarge, "at most"),
            (false, true) => (ViolationType.NotLess, "less than"),
        };
        return value => Must(value.Json.ValueKind != JsonValueKind.Number || Keeps(value.Json), value, type, $"Must be {words} {bound.GetRawText()}");

        bool Keeps(JsonElement number)
        {
            var order = Compare(number, bound);
            return order == 0 ? !isExclusive : order > 0 == isMinimum;
        }
    }

    // Exactly, where that is possible: numbers in JSON know no size.
    private static int Compare(JsonElement left, JsonElement right) =>
        left.TryGetDecimal(out var one) && right.TryGetDecimal(out var other) ? one.CompareTo(other) : left.GetDouble().CompareTo(right.GetDouble());

    private static bool IsTrue(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.True;

    private static int? Count(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 0 ? count : null;

    private static int? Length(CheckedJson value) => value.Json.ValueKind == JsonValueKind.String ? value.Json.GetString()!.EnumerateRunes().Count() : null;

    private static int? Items(CheckedJson value) => value.Json.ValueKind == JsonValueKind.Array ? value.Json.GetArrayLength() : null;

    private static void Must(bool holds, CheckedJson value, string type, string message)
    {
        if (!holds)
        {
            value.Violates(type, message);
        }
    }
}
