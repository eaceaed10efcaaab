using GenesysLambdas.Contracts;

namespace GenesysLambdas.Cli.Printing;

/// <summary>What an input must be, in words.</summary>
internal static class InputRule
{
    /// <summary>Whether it must be given, and its limits: <c>required, 1 to 64 characters</c>.</summary>
    public static string Of(InputContract input)
    {
        string[] parts = [input.Required ? "required" : input.Default is { } value ? $"default {value.Trim('"')}" : "optional", Limits(input)];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    /// <summary>What its value must be apart from its type: <c>1 to 64 characters</c>; empty where any value will do.</summary>
    public static string Limits(InputContract input) => input.Type switch
    {
        ContractType.String when input.Format == TextFormat.LanguageTag => "a language tag",
        ContractType.String when input.Format == TextFormat.Json => $"JSON of up to {input.MaxLength} characters",
        ContractType.String => Length(input),
        ContractType.Integer or ContractType.Number => Range(input),
        _ => "",
    };

    private static string Length(InputContract input) => input.FewestCharacters switch
    {
        0 when input.MaxLength == int.MaxValue => "",
        0 => $"up to {input.MaxLength} characters",
        var fewest => $"{fewest} to {input.MaxLength} characters",
    };

    private static string Range(InputContract input) => (double.IsFinite(input.Minimum), double.IsFinite(input.Maximum)) switch
    {
        (true, true) => $"{input.Minimum} to {input.Maximum}",
        (true, false) => $"at least {input.Minimum}",
        (false, true) => $"at most {input.Maximum}",
        _ => "",
    };
}
