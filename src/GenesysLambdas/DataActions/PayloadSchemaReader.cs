using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.DataActions;

/// <summary>
/// Reads the part of JSON Schema, draft 4 (json-schema.org/draft-04/draft-fge-json-schema-validation-00), that data actions' contracts
/// use. As the draft requires, it ignores keywords that constrain nothing and names that the draft does not define.
/// </summary>
internal static class PayloadSchemaReader
{
    // Genesys Cloud's limit (developer.genesys.cloud, Add contracts to custom actions).
    private const int MostLevels = 50;

    /// <exception cref="LookupException">It contains a keyword that is not supported here.</exception>
    public static PayloadSchema Read(JsonElement schema) => Read(schema, JsonPlace.Root, level: 1);

    private static PayloadSchema Read(JsonElement schema, JsonPlace place, int level)
    {
        if (schema.ValueKind != JsonValueKind.Object || level > MostLevels)
        {
            throw CannotCheck(schema.ValueKind == JsonValueKind.Object ? $"more than {MostLevels} levels" : "something other than a schema", place);
        }

        Func<CheckedJson, bool>? type = null;
        var checks = new List<Action<CheckedJson>>();
        foreach (var keyword in schema.EnumerateObject())
        {
            if (keyword.NameEquals("type"u8))
            {
                type = SchemaType.Read(keyword.Value) ?? throw CannotCheck("type", place);
            }
            else if (IsChecked(keyword.Name))
            {
                checks.Add(Structure(keyword, schema, place, level) ?? SchemaLimit.Read(keyword, schema) ?? throw CannotCheck(keyword.Name, place));
            }
            else if (Demands(keyword))
            {
                throw CannotCheck(keyword.Name, place);
            }
        }

        return new(type, checks);
    }

    private static bool IsChecked(string keyword) => keyword is "properties" or "required" or "additionalProperties" or "items" || SchemaLimit.Has(keyword);

    // "pattern" is left to Genesys Cloud, because .NET's Regex would make every function 10% larger.
    private static bool Demands(JsonProperty keyword) => keyword.Name switch
    {
        "$ref" or "allOf" or "anyOf" or "oneOf" or "not" or "dependencies" or "patternProperties" or "multipleOf" or "minProperties" or "maxProperties" => true,
        "uniqueItems" => keyword.Value.ValueKind != JsonValueKind.False,
        // In draft 4, these are booleans that modify minimum and maximum. In later drafts they are numbers.
        "exclusiveMinimum" or "exclusiveMaximum" => keyword.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False),
        "const" or "contains" or "propertyNames" or "if" or "prefixItems" or "dependentRequired" or "dependentSchemas" => true,
        _ => false,
    };

    private static Action<CheckedJson>? Structure(JsonProperty keyword, JsonElement schema, JsonPlace place, int level) =>
        (keyword.Name, keyword.Value.ValueKind) switch
        {
            ("properties", JsonValueKind.Object) => Properties(keyword.Value, place, level),
            ("required", JsonValueKind.Array) => Required(keyword.Value),
            ("additionalProperties", JsonValueKind.True) => Anything,
            ("additionalProperties", JsonValueKind.Object) when keyword.Value.GetPropertyCount() == 0 => Anything,
            ("additionalProperties", JsonValueKind.False) => NoOthers(schema),
            ("items", JsonValueKind.Object) => Items(Read(keyword.Value, place.Member("items"), level + 1)),
            _ => null,
        };

    private static void Anything(CheckedJson value)
    {
        // Additional members are allowed.
    }

    private static Action<CheckedJson> Properties(JsonElement keyword, JsonPlace place, int level)
    {
        var schemas = new Dictionary<string, PayloadSchema>(StringComparer.Ordinal);
        foreach (var property in keyword.EnumerateObject())
        {
            schemas[property.Name] = Read(property.Value, place.Member(property.Name), level + 1);
        }

        return When(JsonValueKind.Object, value =>
        {
            foreach (var (name, schema) in schemas)
            {
                if (value.Optional(name) is { } member)
                {
                    schema.Check(member);
                }
            }
        });
    }

    private static Action<CheckedJson>? Required(JsonElement keyword)
    {
        if (keyword.EnumerateArray().Any(name => name.ValueKind != JsonValueKind.String))
        {
            return null;
        }

        var names = keyword.EnumerateArray().Select(name => name.GetString()!).ToList();
        return When(JsonValueKind.Object, value => names.ForEach(name => value.Required(name)));
    }

    private static Action<CheckedJson> NoOthers(JsonElement schema)
    {
        var known = schema.TryGetProperty("properties"u8, out var properties) && properties.ValueKind == JsonValueKind.Object
            ? properties.EnumerateObject().Select(property => property.Name).ToHashSet(StringComparer.Ordinal)
            : [];
        return When(JsonValueKind.Object, value => value.MustHaveNoneBut(known));
    }

    private static Action<CheckedJson> Items(PayloadSchema schema) => When(JsonValueKind.Array, value =>
    {
        foreach (var element in value.Elements())
        {
            schema.Check(element);
        }
    });

    // A keyword does not apply to values of another type.
    private static Action<CheckedJson> When(JsonValueKind kind, Action<CheckedJson> check) => value =>
    {
        if (value.Json.ValueKind == kind)
        {
            check(value);
        }
    };

    /// <summary>The failure for a contract that Genesys Cloud allows but that is nested too deeply to be read.</summary>
    public static LookupException TooDeep() =>
        new(CannotCheck($"more than {JsonNesting.MaxLevels} levels of JSON", JsonPlace.Root).Failure with { Detail = FailureReason.TooDeep });

    private static LookupException CannotCheck(string what, JsonPlace place) => new(new Failure(
        ErrorCode.ConfigurationError,
        "INVOKE_PAYLOAD_RULES=contract cannot check a payload against this data action's input contract, which has "
            + (place.IsRoot ? what : $"{what} at {place}"))
    {
        Subject = DataActionSettings.PayloadRules.Name,
    });
}
