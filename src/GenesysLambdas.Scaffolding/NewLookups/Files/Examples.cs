using System.Text.Encodings.Web;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;
using GenesysLambdas.Scaffolding.NewLookups.Outputs;

namespace GenesysLambdas.Scaffolding.NewLookups.Files;

internal static class Examples
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(OneLine) { WriteIndented = true, NewLine = "\n" };

    public static IEnumerable<(string Name, string Request, string Answer)> Of(NewLookup lookup)
    {
        yield return ("found", Request(input => input.ExampleJson), Answer(lookup, output => output.Expected));
        if (lookup.NotFoundKey is { } key)
        {
            var request = Request(input => input == key.Input ? input.ToJson(NotFoundKey.Value) : input.ExampleJson);
            yield return ("not-found", request, Answer(lookup, output => output.Empty));
        }

        if (lookup.Inputs.FirstOrDefault(input => input.IsRequired) is { } missing)
        {
            var answer = Answer(lookup, output => output.Empty, $"Missing required input: {missing.Name}");
            yield return ("missing-input", Request(input => input == missing ? null : input.ExampleJson), answer);
        }

        string Request(Func<NewInput, JsonNode?> value)
        {
            var given = lookup.Inputs.Select(input => KeyValuePair.Create(input.Name, value(input))).Where(input => input.Value is not null);
            return File(new JsonObject { ["inputs"] = new JsonObject(given) });
        }
    }

    public static string File(object json) => JsonSerializer.Serialize(json, Indented) + '\n';

    /// <summary>For the tests of every write action: a 404 is an error, but an empty body is not.</summary>
    public static string HealthyApi(NewLookup lookup) =>
        File(new JsonObject { ["reply"] = JsonNode.Parse(lookup.Sample.GetRawText()), ["errorCodes"] = new JsonObject { ["an empty body"] = "" } });

    public static string Compact(JsonNode json) => json.ToJsonString(OneLine);

    private static string Answer(NewLookup lookup, Func<NewOutput, JsonNode> value, string? error = null)
    {
        JsonNode[] common = error is null ? [true, 200, "", ""] : [false, 400, "ValidationError", error];
        var own = lookup.Outputs.All.Select(output => KeyValuePair.Create(output.Name, (JsonNode?)value(output)));
        var answer = new JsonObject
        {
            ["result"] = new JsonObject([.. own, .. LookupOutputs.Common.Zip(common, (output, text) => KeyValuePair.Create(output.Name, (JsonNode?)text))]),
        };
        if (error is not null)
        {
            answer["error"] = "ValidationError";
        }

        return File(answer);
    }
}
