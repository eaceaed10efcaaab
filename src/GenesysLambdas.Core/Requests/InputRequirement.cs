using System.Globalization;

namespace GenesysLambdas.Core.Requests;

public static class InputRequirement
{
    /// <summary>Its limits, such as <c>1 to 100 characters</c>; empty if there are none.</summary>
    public static string Limits(InputContract input) => (input.Type, input.Format) switch
    {
        (ContractType.Boolean, _) => "",
        (ContractType.Integer or ContractType.Number, _) => Range(input),
        (_, TextFormat.LanguageTag) => "a language tag",
        (_, TextFormat.Json) => $"JSON of up to {input.MaxLength} characters",
        _ => Length(input),
    };

    /// <summary>The message for an invalid input.</summary>
    internal static string Broken(InputContract input) => $"{input.Name} must be {Describe(input)}";

    internal static string NotUnicode(InputContract input) => $"{input.Name} must be valid Unicode";

    internal static string? Problem(InputContract input, string text) =>
        text.Length < input.MinLength || text.Length > input.MaxLength || !HasFormat(input.Format, text) ? Broken(input)
        : text.Any(char.IsControl) ? $"{input.Name} must not contain control characters"
        : null;

    private static bool HasFormat(TextFormat format, string text) => format switch
    {
        TextFormat.LanguageTag => LanguageTag.IsWellFormed(text),
        TextFormat.PathSegment => TextRules.IsPathSegment(text),
        _ => true,
    };

    private static string Describe(InputContract input) => (input.Type, input.Format, Limits(input)) switch
    {
        (ContractType.Boolean, _, _) => "true or false",
        (ContractType.Integer, _, var range) => $"a whole number{Preposition(range)}{range}",
        (ContractType.Number, _, var range) => $"a number{Preposition(range)}{range}",
        (_, TextFormat.LanguageTag, var tag) => $"{tag} such as en-US",
        (_, TextFormat.Json, var json) => json,
        (_, TextFormat.PathSegment, var length) => $"a string of {length} without / and \\, other than . and ..",
        (_, _, var length) => $"a string of {length}",
    };

    private static string Preposition(string range) => range.Length == 0 ? "" : range.StartsWith("at ", StringComparison.Ordinal) ? " of " : " from ";

    private static string Length(InputContract input) => (input.FewestCharacters, input.MaxLength) switch
    {
        (0, int.MaxValue) => "",
        (0, var most) => $"up to {most} characters",
        var (fewest, most) => $"{fewest} to {most} characters",
    };

    private static string Range(InputContract input) => (double.IsFinite(input.Minimum), double.IsFinite(input.Maximum)) switch
    {
        (true, true) => $"{Number(input.Minimum)} to {Number(input.Maximum)}",
        (true, false) => $"at least {Number(input.Minimum)}",
        (false, true) => $"at most {Number(input.Maximum)}",
        _ => "",
    };

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
