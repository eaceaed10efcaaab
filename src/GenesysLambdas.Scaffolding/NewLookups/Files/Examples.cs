using System.Text.Encodings.Web;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;
using GenesysLambdas.Scaffolding.NewLookups.Outputs;

namespace GenesysLambdas.Scaffolding.NewLookups.Files;

/// <summary>The example requests of a new lookup, and what is answered to them.</summary>
internal static class Examples
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each example's name, its request and its answer.</summary>
    public static IEnumerable<(string Name, string Request, string Answer)> Of(NewLookup lookup)
    {
        var inputs = lookup.Inputs.All;
        yield return ("found", Request(inputs, input => input.ExampleJson), Answer(lookup, output => output.Expected, null));
        if (lookup.Key is { } key)
        {
            yield return ("not-found", Request(inputs, input => input == key.Input ? input.Json(NotFoundKey.Value) : input.ExampleJson), Answer(lookup, output => output.Empty, null));
        }

        if (inputs.FirstOrDefault(input => input.IsRequired) is { } missing)
        {
            yield return ("missing-input", Request(inputs, input => input == missing ? null : input.ExampleJson), Answer(lookup, output => output.Empty, $"Missing required input: {missing.Name}"));
        }
    }

    /// <summary>The sample as a file.</summary>
    public static string File(JsonElement json) => JsonSerializer.Serialize(json, Indented) + '\n';

    /// <summary>What the tests of every lookup need to know about one that writes: a 404 is an error, but an empty body is not.</summary>
    public static string HealthyApi(NewLookup lookup) =>
        new JsonObject { ["reply"] = JsonNode.Parse(lookup.Sample.GetRawText()), ["errorCodes"] = new JsonObject { ["an empty body"] = "" } }.ToJsonString(Indented) + '\n';

    public static string Compact(JsonNode json) => json.ToJsonString(OneLine);

    /// <summary>An output as the tests show it.</summary>
    public static string Shown(JsonNode output) => output switch
    {
        JsonArray items => string.Join(", ", items.Select(item => item!.GetValue<string>())),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => output.ToJsonString(),
    };

    private static string Request(IEnumerable<NewInput> inputs, Func<NewInput, JsonNode?> value)
    {
        var given = inputs.Select(input => KeyValuePair.Create(input.Name, value(input))).Where(input => input.Value is not null);
        return new JsonObject { ["inputs"] = new JsonObject(given) }.ToJsonString(Indented) + '\n';
    }

    private static string Answer(NewLookup lookup, Func<NewOutput, JsonNode> value, string? error)
    {
        var result = new JsonObject(lookup.Outputs.All.Select(output => KeyValuePair.Create(output.Name, (JsonNode?)value(output))))
        {
            ["success"] = error is null,
            ["statusCode"] = error is null ? 200 : 400,
            ["errorCode"] = error is null ? "" : "ValidationError",
            ["errorMessage"] = error ?? "",
        };
        var answer = new JsonObject { ["result"] = result };
        if (error is not null)
        {
            answer["error"] = "ValidationError";
        }

        return answer.ToJsonString(Indented) + '\n';
    }
}
