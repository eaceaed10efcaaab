namespace GenesysLambdas.Cli.Printing;

/// <summary>The contract's types in JSON Schema's words.</summary>
internal static class TypeName
{
    public static string Format(ContractType type) => type.ToString().ToLowerInvariant();

    /// <summary>An output's type, such as <c>string</c> or <c>string[]</c>.</summary>
    public static string Format(OutputContract output) => Format(output.Type) + (output.IsArray ? "[]" : "");
}
