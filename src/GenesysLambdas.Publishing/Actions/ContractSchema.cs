using GenesysLambdas.Core.Requests;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>A lookup's contract as the two JSON schemas of a data action.</summary>
internal static class ContractSchema
{
    public static JsonObject OfInputs(LookupContract contract) => Schema(
        $"{ActionVersion.Words(contract.Name)} inputs",
        contract.Inputs.Where(input => input.Required).Select(input => input.Name),
        contract.Inputs.Select(input => KeyValuePair.Create(input.Name, (JsonNode?)Property(input))));

    // No output is required. If the deployed function lacks a new one, it stays unset and the action does not fail.
    public static JsonObject OfOutputs(LookupContract contract) => Schema(
        $"{ActionVersion.Words(contract.Name)} outputs",
        [],
        contract.Outputs.Select(output => KeyValuePair.Create(output.Name, (JsonNode?)Property(output))));

    private static JsonObject Schema(string title, IEnumerable<string> required, IEnumerable<KeyValuePair<string, JsonNode?>> properties)
    {
        var schema = new JsonObject { ["title"] = title, ["type"] = "object" };
        var names = required.Select(name => (JsonNode?)name).ToArray();
        // Draft 4 of JSON Schema does not allow an empty list, and Genesys Cloud does not document which draft it uses.
        if (names.Length > 0)
        {
            schema["required"] = new JsonArray(names);
        }

        schema["properties"] = new JsonObject(properties);
        schema["additionalProperties"] = true;
        return schema;
    }

    private static JsonObject Property(InputContract input)
    {
        var property = new JsonObject { ["type"] = TypeName.Format(input.Type), ["description"] = Description(input) };
        if (input.Default is not null)
        {
            property["default"] = JsonNode.Parse(input.Default);
        }

        return property;
    }

    // The limits are described but not declared: Genesys Cloud would only fail the action, but the function explains the problem.
    private static string Description(InputContract input) => InputRequirement.Limits(input) switch
    {
        "" => input.Description,
        var limits => $"{input.Description} {char.ToUpperInvariant(limits[0])}{limits[1..]}.",
    };

    private static JsonObject Property(OutputContract output) => output.IsArray
        ? new JsonObject
        {
            ["type"] = "array",
            ["description"] = output.Description,
            ["items"] = new JsonObject { ["type"] = TypeName.Format(output.Type) },
        }
        : new JsonObject { ["type"] = TypeName.Format(output.Type), ["description"] = output.Description };
}
