namespace GenesysLambdas.Testing;

/// <summary>Checks what every answer of a lookup has in common.</summary>
public static class AnswerContract
{
    /// <summary>Every output of the contract and no others, in order, with its type and never null.</summary>
    public static void AssertContract(string lookup, JsonElement outputs)
    {
        var contract = LookupUnderTest.Named(lookup).Contract;
        Assert.Equal(contract.Outputs.Select(output => output.Name), outputs.EnumerateObject().Select(property => property.Name));
        foreach (var output in contract.Outputs)
        {
            var value = outputs.GetProperty(output.Name);
            var isTyped = output.IsArray
                ? value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => Has(item, output.Type))
                : Has(value, output.Type);
            Assert.True(isTyped, $"{output.Name} is {value}");
        }
    }

    /// <summary>The outputs in an answer of any dialect.</summary>
    public static JsonElement OutputsOf(JsonElement answer) => answer.TryGetProperty("result", out var result) ? result : answer;

    private static bool Has(JsonElement value, ContractType type) => type switch
    {
        ContractType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        ContractType.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        ContractType.Number => value.ValueKind == JsonValueKind.Number,
        _ => value.ValueKind == JsonValueKind.String,
    };
}
