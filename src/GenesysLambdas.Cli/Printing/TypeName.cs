using GenesysLambdas.Contracts;

namespace GenesysLambdas.Cli.Printing;

/// <summary>The contract's types in JSON schema's words.</summary>
internal static class TypeName
{
    public static string Format(ContractType type) => type switch
    {
        ContractType.String => "string",
        ContractType.Integer => "integer",
        ContractType.Number => "number",
        _ => "boolean",
    };
}
