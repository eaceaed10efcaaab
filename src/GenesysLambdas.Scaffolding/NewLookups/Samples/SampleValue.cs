using GenesysLambdas.Core.Answers;

namespace GenesysLambdas.Scaffolding.NewLookups.Samples;

internal sealed record SampleValue(JsonPath Path, JsonElement Json)
{
    public bool IsArray => Json.ValueKind == JsonValueKind.Array;

    public bool IsListOfScalars => IsArray && Json.GetArrayLength() > 0 && Json.EnumerateArray().All(IsScalar);

    /// <summary>The type of a scalar. For null, a string, because strings also accept numbers and booleans.</summary>
    public ContractType Type => Json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => ContractType.Boolean,
        JsonValueKind.Number when Json.TryGetInt64(out _) => ContractType.Integer,
        JsonValueKind.Number when Json.TryGetDecimal(out _) => ContractType.Number,
        _ => ContractType.String,
    };

    public JsonNode Output => Type switch
    {
        ContractType.Boolean => JsonValue.Create(Json.GetBoolean()),
        ContractType.Integer => JsonValue.Create(Json.GetInt64()),
        ContractType.Number => JsonValue.Create(Json.GetDecimal()),
        _ => JsonValue.Create(Text(Json)),
    };

    public IEnumerable<string> Texts => Json.EnumerateArray().Select(Text);

    /// <summary>Every scalar and array in an object, in document order.</summary>
    public static IEnumerable<SampleValue> All(JsonElement json, JsonPath path) => json.ValueKind == JsonValueKind.Object
        ? json.EnumerateObject().SelectMany(member => All(member.Value, path.Add(new JsonStep(member.Name))))
        : [new SampleValue(path, json)];

    public static SampleValue? Find(JsonElement root, JsonPath path)
    {
        var json = root;
        foreach (var step in path.Steps)
        {
            if (step.Name is { } name && json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member))
            {
                json = member;
            }
            else if (step.Name is null && json.ValueKind == JsonValueKind.Array && step.Index < json.GetArrayLength())
            {
                json = json[step.Index];
            }
            else
            {
                return null;
            }
        }

        return new(path, json);
    }

    private static string Text(JsonElement scalar) => OutputText.Cut(
        OutputText.Clean(scalar.ValueKind switch
        {
            JsonValueKind.String => scalar.GetString()!,
            JsonValueKind.Null => "",
            _ => scalar.GetRawText(),
        }),
        OutputContract.DefaultMaxLength);

    private static bool IsScalar(JsonElement json) => json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
}
