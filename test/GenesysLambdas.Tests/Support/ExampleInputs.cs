using GenesysLambdas.Contracts;

namespace GenesysLambdas.Tests.Support;

/// <summary>A valid value for any input.</summary>
internal static class ExampleInputs
{
    public static object? Of(InputContract input) => input switch
    {
        { Name: "phoneNumber" } => "+15551234567",
        { Format: TextFormat.LanguageTag } => "de-AT",
        { Type: ContractType.String } => "Zaphod42",
        { Type: ContractType.Boolean } => true,
        { Type: ContractType.Integer or ContractType.Number } when double.IsFinite(input.Minimum) => (long)input.Minimum,
        _ => 1,
    };
}
