using System.Text.RegularExpressions;
using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Tooling.Actions;

namespace GenesysLambdas.Testing.Actions;

/// <summary>
/// Processes an action as Genesys Cloud does: creates the event from the inputs, and the outputs from the reply. It supports only Velocity's
/// <c>${name}</c> and <c>$!{name}</c>, and JSONPath's members. For Velocity, null is not a value: its reference is left as it was written
/// (velocity.apache.org, User Guide, Quiet Reference Notation).
/// </summary>
internal sealed partial class GenesysAction(JsonElement file)
{
    public JsonElement File { get; } = file;

    public JsonElement InputSchema => File.GetProperty("contract").GetProperty("input").GetProperty("inputSchema");

    public JsonElement SuccessSchema => File.GetProperty("contract").GetProperty("output").GetProperty("successSchema");

    private JsonElement Request => File.GetProperty("config").GetProperty("request");

    private JsonElement Response => File.GetProperty("config").GetProperty("response");

    /// <summary>A lookup's action as it is exported. Another test checks that the committed file is the same.</summary>
    public static GenesysAction Of(string lookup) => Of(lookup, ActionTemplates.Canonical);

    /// <summary>A lookup's action with the templates that Genesys Cloud gives to a new one.</summary>
    public static GenesysAction WithDefaultTemplates(string lookup) => Of(lookup, ActionTemplates.Default);

    public static GenesysAction Parse(string file) => new(JsonDocument.Parse(file).RootElement);

    /// <summary>The event for the function.</summary>
    /// <param name="inputs">The inputs, as one JSON object.</param>
    /// <exception cref="JsonException">The result of the request template is not JSON, so the action fails.</exception>
    public string Event(string inputs)
    {
        var values = JsonDocument.Parse(inputs).RootElement.EnumerateObject()
            .Where(input => input.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(input => "input." + input.Name, input => input.Value.ToString(), StringComparer.Ordinal);
        values["input.rawRequest"] = inputs;
        var made = Merge(Request.GetProperty("requestTemplate").GetString()!, values);
        JsonDocument.Parse(made).Dispose();
        return made;
    }

    /// <summary>The outputs, whether or not they match the contract.</summary>
    /// <exception cref="JsonException">The result of the success template is not JSON, so the action fails.</exception>
    public JsonElement Outputs(string reply)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["rawResult"] = reply };
        foreach (var entry in Response.GetProperty("translationMap").EnumerateObject())
        {
            if (Find(JsonDocument.Parse(reply).RootElement, entry.Value.GetString()!) is { } found)
            {
                if (found.ValueKind != JsonValueKind.Null)
                {
                    values[entry.Name] = found.GetRawText();
                }
            }
            else if (Response.GetProperty("translationMapDefaults").TryGetProperty(entry.Name, out var literal))
            {
                values[entry.Name] = literal.GetString()!;
            }
        }

        return JsonDocument.Parse(Merge(Response.GetProperty("successTemplate").GetString()!, values)).RootElement;
    }

    private static GenesysAction Of(string lookup, ActionTemplates templates) =>
        Parse(Create(LookupUnderTest.Named(lookup).Contract, templates));

    private static string Create(LookupContract contract, ActionTemplates templates) =>
        DataAction.Create(contract, new ActionVersion(contract.Name, 1)).ImportFile(ActionCall.Lambda(contract, function: null), templates);

    private static JsonElement? Find(JsonElement reply, string path)
    {
        Assert.Matches(@"^\$(\.\w+)+$", path);
        JsonElement? found = reply;
        foreach (var name in path.Split('.').Skip(1))
        {
            found = found is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : null;
        }

        return found;
    }

    /// <summary>A name without a value stays as written, so the action fails. A quiet one disappears.</summary>
    private static string Merge(string template, Dictionary<string, string> values) => Reference().Replace(
        template, match => values.GetValueOrDefault(match.Groups["name"].Value, match.Groups["quiet"].Success ? "" : match.Value));

    [GeneratedRegex(@"\$(?<quiet>!)?\{(?<name>[A-Za-z][\w.-]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
