namespace GenesysLambdas.DataActions;

/// <summary>The keywords of a JSON schema that limit a value.</summary>
internal static class SchemaLimit
{
    // More would make the message unreadable.
    private const int MostListed = 20;

    public static bool Has(string keyword) => keyword is "enum" or "minLength" or "maxLength" or "minItems" or "maxItems" or "minimum" or "maximum";

    /// <summary>Reads such a keyword.</summary>
    /// <returns>Its check; null if the keyword's value is invalid.</returns>
    public static Action<CheckedJson>? Read(JsonProperty keyword, JsonElement schema) => keyword.Name switch
    {
        "enum" => OneOf(keyword.Value),
        "minLength" => AtLeast(keyword.Value, Length, ViolationType.StringTooShort, fewest => $"Must have at least {fewest} characters"),
        "maxLength" => AtMost(keyword.Value, Length, ViolationType.StringTooLong, most => $"Must have at most {most} characters"),
        "minItems" => AtLeast(keyword.Value, Items, ViolationType.TooShort, fewest => $"Must have {fewest} or more elements"),
        "maxItems" => AtMost(keyword.Value, Items, ViolationType.TooLong, most => $"Must have {most} or fewer elements"),
        "minimum" => Bound(keyword.Value, isMinimum: true, IsTrue(schema, "exclusiveMinimum")),
        "maximum" => Bound(keyword.Value, isMinimum: false, IsTrue(schema, "exclusiveMaximum")),
        _ => null,
    };

    private static Action<CheckedJson>? AtLeast(JsonElement keyword, Func<JsonElement, int?> size, string type, Func<int, string> message) =>
        Count(keyword) is { } fewest ? value => Must(size(value.Json) is not { } actual || actual >= fewest, value, type, message(fewest)) : null;

    private static Action<CheckedJson>? AtMost(JsonElement keyword, Func<JsonElement, int?> size, string type, Func<int, string> message) =>
        Count(keyword) is { } most ? value => Must(size(value.Json) is not { } actual || actual <= most, value, type, message(most)) : null;

    private static Action<CheckedJson>? OneOf(JsonElement keyword)
    {
        if (keyword.ValueKind != JsonValueKind.Array || keyword.EnumerateArray().Any(value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
        {
            return null;
        }

        var values = keyword.EnumerateArray().ToList();
        var known = new JsonScalars(values);
        var texts = values.ConvertAll(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
        var more = values.Count > MostListed ? $" and {values.Count - MostListed} more" : "";
        var message = $"Must be one of {string.Join(", ", texts.Take(MostListed))}{more}";
        return value => Must(known.Contain(value.Json), value, ViolationType.Enum, message);
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

    // Exact if possible: JSON numbers have no maximum size.
    private static int Compare(JsonElement left, JsonElement right) =>
        left.TryGetDecimal(out var one) && right.TryGetDecimal(out var other) ? one.CompareTo(other) : left.GetDouble().CompareTo(right.GetDouble());

    private static bool IsTrue(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.True;

    private static int? Count(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 0 ? count : null;

    private static int? Length(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()!.EnumerateRunes().Count() : null;

    private static int? Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : null;

    private static void Must(bool holds, CheckedJson value, string type, string message)
    {
        if (!holds)
        {
            value.Violates(type, message);
        }
    }
}

/// <summary>The scalars of an enumeration, in sets for speed: both the enumeration and the payload may have many.</summary>
internal sealed class JsonScalars
{
    private readonly HashSet<string> _strings;
    private readonly HashSet<JsonValueKind> _kinds;

    // Numbers are compared exactly if both fit into a decimal.
    private readonly HashSet<decimal> _decimals = [];
    private readonly HashSet<double> _otherNumbers = [];
    private readonly HashSet<double> _numbers = [];

    public JsonScalars(IReadOnlyCollection<JsonElement> values)
    {
        _strings = values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!).ToHashSet(StringComparer.Ordinal);
        _kinds = [.. values.Select(value => value.ValueKind)];
        foreach (var number in values.Where(value => value.ValueKind == JsonValueKind.Number))
        {
            _ = number.TryGetDecimal(out var exact) ? _decimals.Add(exact) : _otherNumbers.Add(number.GetDouble());
            _numbers.Add(number.GetDouble());
        }
    }

    public bool Contain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => _strings.Contains(value.GetString()!),
        JsonValueKind.Number when value.TryGetDecimal(out var exact) => _decimals.Contains(exact) || _otherNumbers.Contains(value.GetDouble()),
        JsonValueKind.Number => _numbers.Contains(value.GetDouble()),
        var kind => _kinds.Contains(kind),
    };
}
