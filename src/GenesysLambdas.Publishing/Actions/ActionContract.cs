namespace GenesysLambdas.Publishing.Actions;

/// <summary>The contract of a data action: the JSON schemas of its inputs and outputs.</summary>
/// <param name="Inputs">Genesys Cloud's <c>inputSchema</c>.</param>
/// <param name="Outputs">Genesys Cloud's <c>successSchema</c>.</param>
public sealed record ActionContract(JsonObject Inputs, JsonObject Outputs)
{
    public static ActionContract Of(LookupContract lookup) => new(ContractSchema.OfInputs(lookup), ContractSchema.OfOutputs(lookup));

    public JsonObject ToJson() => new()
    {
        ["input"] = new JsonObject { ["inputSchema"] = Inputs.DeepClone() },
        ["output"] = new JsonObject { ["successSchema"] = Outputs.DeepClone() },
    };

    /// <summary>The contract in an action's JSON.</summary>
    /// <exception cref="JsonException">There is no valid contract.</exception>
    public static ActionContract Read(JsonNode? contract)
    {
        var (input, output) = contract.Deserialize<Json>(SchemaProperty.Complete) ?? throw new JsonException("There is no contract.");
        // Validated here, so that the caller can say which file is invalid.
        _ = SchemaProperty.Read(input.InputSchema).Concat(SchemaProperty.Read(output.SuccessSchema));
        return new(input.InputSchema, output.SuccessSchema);
    }

    private sealed record Json(Input Input, Output Output);

    private sealed record Input(JsonObject InputSchema);

    private sealed record Output(JsonObject SuccessSchema);
}
