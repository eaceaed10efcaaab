using System.Globalization;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Requests;

/// <summary>Says in the words of a validation message what an input must be.</summary>
internal static class InputRequirement
{
    /// <summary>What the input must be, such as <c>a text of 1 to 100 characters</c>.</summary>
    /// <param name="input">The input.</param>
    public static string Of(InputContract input) => input.Type switch
    {
        ContractType.Integer => "a whole number" + Range(input),
        ContractType.Number => "a number" + Range(input),
        ContractType.Boolean => "true or false",
        _ => Text(input),
    };

    /// <summary>The sentence for an input that is not so.</summary>
    public static string Broken(InputContract input) => $"{input.Name} must be {Of(input)}";

    private static string Text(InputContract input) => input.Format switch
    {
        TextFormat.LanguageTag => "a language tag such as en-US",
        TextFormat.PathSegment => Length(input) + " without / and \\, other than . and ..",
        TextFormat.Json => $"JSON of up to {input.MaxLength} characters",
        _ => Length(input),
    };

    private static string Length(InputContract input) => input.FewestCharacters switch
    {
        0 => $"a text of up to {input.MaxLength} characters",
        var fewest => $"a text of {fewest} to {input.MaxLength} characters",
    };

    private static string Range(InputContract input) => (double.IsFinite(input.Minimum), double.IsFinite(input.Maximum)) switch
    {
        (true, true) => $" from {Number(input.Minimum)} to {Number(input.Maximum)}",
        (true, false) => $" of at least {Number(input.Minimum)}",
        (false, true) => $" of at most {Number(input.Maximum)}",
        _ => "",
    };

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
