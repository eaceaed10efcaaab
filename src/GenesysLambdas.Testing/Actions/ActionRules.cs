using System.Text.RegularExpressions;

namespace GenesysLambdas.Testing.Actions;

/// <summary>Genesys Cloud's rules for the import file of a data action.</summary>
internal static partial class ActionRules
{
    private static readonly string[] Scalars = ["string", "integer", "number", "boolean"];
    private static readonly string[] Reserved = ["orgId", "integrationId", "rawRequest"];
    // Of the keywords in 74 real exports in public repositories, those that cannot make an action fail before it calls the function.
    private static readonly string[] Keywords = ["type", "description", "default", "items"];

    /// <summary>The violations in a file; empty if there are none.</summary>
    public static IReadOnlyList<string> Violations(GenesysAction action)
    {
        var config = action.File.GetProperty("config");
        var (request, response) = (config.GetProperty("request"), config.GetProperty("response"));
        var contract = action.File.GetProperty("contract");
        return
        [
            .. WrongMembers("the file", action.File, "name", "integrationType", "actionType", "config", "contract", "secure"),
            .. WrongMembers("config", config, "request", "response"),
            .. WrongMembers("request", request, "requestUrlTemplate", "requestType", "headers", "requestTemplate"),
            .. WrongMembers("response", response, "translationMap", "translationMapDefaults", "successTemplate"),
            .. WrongMembers("contract", contract, "input", "output"),
            .. WrongMembers("input", contract.GetProperty("input"), "inputSchema"),
            .. WrongMembers("output", contract.GetProperty("output"), "successSchema"),
            .. Schema("input", action.InputSchema),
            .. Schema("output", action.SuccessSchema),
            .. Templates(response),
        ];
    }

    private static IEnumerable<string> WrongMembers(string place, JsonElement value, params string[] expected)
    {
        var names = value.EnumerateObject().Select(member => member.Name).ToList();
        return names.SequenceEqual(expected) ? [] : [$"{place}'s members are {string.Join(", ", names)}"];
    }

    private static IEnumerable<string> Schema(string kind, JsonElement schema)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToArray() : null;
        var properties = schema.GetProperty("properties").EnumerateObject().ToList();
        return
        [
            .. WrongMembers(
                $"{kind} schema", schema, ["title", "type", .. required is null ? (string[])[] : ["required"], "properties", "additionalProperties"]),
            .. required is [] ? [$"{kind} schema requires an empty list"] : Array.Empty<string>(),
            .. (required ?? []).Where(name => !properties.Exists(property => property.Name == name)).Select(name => $"{kind} {name} is required and not there"),
            .. properties.SelectMany(property => Property(kind, property)),
        ];
    }

    private static IEnumerable<string> Property(string kind, JsonProperty property)
    {
        var (name, type) = ($"{kind} {property.Name}", property.Value.GetProperty("type").GetString());
        if (!LegalName().IsMatch(property.Name))
        {
            yield return $"{name} is no legal name";
        }

        if (Reserved.Contains(property.Name))
        {
            yield return $"{name} is a reserved name";
        }

        foreach (var keyword in property.Value.EnumerateObject().Where(keyword => !Keywords.Contains(keyword.Name)))
        {
            yield return $"{name} has the keyword {keyword.Name}";
        }

        if (type == "array" && kind == "output")
        {
            var elements = property.Value.GetProperty("items").GetProperty("type").GetString();
            if (!Scalars.Contains(elements))
            {
                yield return $"the elements of {name} are of type {elements}";
            }
        }
        else if (!Scalars.Contains(type))
        {
            yield return $"{name} is of type {type}";
        }
    }

    private static IEnumerable<string> Templates(JsonElement response)
    {
        var map = response.GetProperty("translationMap").EnumerateObject().Select(entry => entry.Name).ToList();
        foreach (var entry in response.GetProperty("translationMapDefaults").EnumerateObject())
        {
            if (!map.Contains(entry.Name))
            {
                yield return $"the default of {entry.Name} is of nothing";
            }

            if (!IsJson(entry.Value.GetString()!))
            {
                yield return $"the default of {entry.Name} is no JSON";
            }
        }

        foreach (var name in Reference().Matches(response.GetProperty("successTemplate").GetString()!).Select(match => match.Groups["name"].Value))
        {
            if (name != "rawResult" && !map.Contains(name))
            {
                yield return $"the success template uses {name}";
            }
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LegalName();

    [GeneratedRegex(@"\$!?\{(?<name>[^}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
