using System.Text.RegularExpressions;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Tooling.Actions;

/// <summary>
/// Applies an action's templates to a reply, as Genesys Cloud does: inserts the translation map's parts into the success template. Velocity
/// leaves references to null unchanged (velocity.apache.org, User Guide, Quiet Reference Notation), so the result is not JSON.
/// </summary>
public static partial class ActionOutputs
{
    /// <summary>The outputs, unchecked; null if the result is not a JSON object, so the action fails.</summary>
    public static JsonElement? Read(ActionTemplates templates, JsonElement reply)
    {
        var values = templates.TranslationMap
            .Select(entry => (entry.Key, Value: Find(reply, entry.Value)))
            .Where(entry => entry.Value is not { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
            .ToDictionary(entry => entry.Key, entry => entry.Value.GetRawText(), StringComparer.Ordinal);
        values["rawResult"] = reply.GetRawText();
        var made = Reference().Replace(templates.Success, match => values.GetValueOrDefault(match.Groups["name"].Value, match.Value));
        try
        {
            using var outputs = JsonDocument.Parse(made, new JsonDocumentOptions { MaxDepth = JsonNesting.MaxLevels });
            return outputs.RootElement.ValueKind == JsonValueKind.Object ? outputs.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Find(JsonElement reply, string path) => path.Split('.').Skip(1).Aggregate(
        reply, (parent, name) => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default);

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z][\w.-]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
