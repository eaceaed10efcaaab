namespace GenesysLambdas.Testing;

/// <summary>Valid values of inputs.</summary>
public static class ExampleInputs
{
    /// <summary>The value of the input <c>conversationId</c>.</summary>
    public const string ConversationId = "a5f1c7de-6f0b-4f3e-8f0a-2b8f5f1d9c33";

    /// <summary>By name, for every input of a lookup.</summary>
    public static Dictionary<string, object?> Of(string lookup) =>
        LookupUnderTest.Named(lookup).Contract.Inputs.ToDictionary(input => input.Name, Of);

    /// <summary>A valid value of an input.</summary>
    public static object? Of(InputContract input) => input switch
    {
        { Name: "phoneNumber" } => "+15551234567",
        { Name: "conversationId" } => ConversationId,
        { Format: TextFormat.LanguageTag } => "de-AT",
        { Format: TextFormat.Json } =>
            """{"contact":{"external_id":"Zaphod43","channel":"chat","timestamp":"2026-01-31T12:30:00Z"},"priority":3,"""
            + "\"callback_url\":\"https://example.com/done\"}",
        { Type: ContractType.String } => "Zaphod42"[..Math.Min(8, input.MaxLength)].PadRight(input.MinLength, 'x'),
        { Type: ContractType.Boolean } => true,
        { Type: ContractType.Integer } when double.IsFinite(input.Minimum) => (long)input.Minimum,
        { Type: ContractType.Number } when double.IsFinite(input.Minimum) => (decimal)input.Minimum,
        { Type: ContractType.Integer or ContractType.Number } when input.Maximum < 1 => (long)Math.Floor(input.Maximum),
        _ => 1,
    };
}
