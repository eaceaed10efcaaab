namespace GenesysLambdas.Testing;

public static class ExampleInputs
{
    /// <summary>The value of the input <c>conversationId</c>.</summary>
    public const string ConversationId = "a5f1c7de-6f0b-4f3e-8f0a-2b8f5f1d9c33";

    /// <summary>By name, for every input of a lookup.</summary>
    public static Dictionary<string, object?> Of(string lookup) =>
        LookupUnderTest.Named(lookup).Contract.Inputs.ToDictionary(input => input.Name, Of);

    /// <summary>A valid value of an input: the suite's own, or one by its type.</summary>
    public static object? Of(InputContract input) => SuiteUnderTestAttribute.Attribute.Example(input) ?? input switch
    {
        _ when IsPhoneNumber(input) => "+15551234567",
        _ when CommonInputs.Contract.Contains(input) => ConversationId,
        { Format: TextFormat.LanguageTag } => "de-AT",
        { Format: TextFormat.Json } => "{}",
        { Type: ContractType.String } => "Zaphod42"[..Math.Min(8, input.MaxLength)].PadRight(input.MinLength, 'x'),
        { Type: ContractType.Boolean } => true,
        { Type: ContractType.Integer } when double.IsFinite(input.Minimum) => (long)input.Minimum,
        { Type: ContractType.Number } when double.IsFinite(input.Minimum) => (decimal)input.Minimum,
        { Type: ContractType.Integer or ContractType.Number } when input.Maximum < 1 => (long)Math.Floor(input.Maximum),
        _ => 1,
    };

    internal static bool IsPhoneNumber(InputContract input) => input.Name.Contains("phone", StringComparison.OrdinalIgnoreCase);
}
