using GenesysLambdas.Contracts;

namespace GenesysLambdas.Requests;

/// <summary>What a text input must be, apart from being text.</summary>
internal static class InputText
{
    /// <summary>What is wrong with a text, or null.</summary>
    public static string? Problem(InputContract input, string text)
    {
        if (text.Length < input.MinLength || text.Length > input.MaxLength || !HasFormat(input.Format, text))
        {
            return InputRequirement.Broken(input);
        }

        return text.Any(char.IsControl) ? $"{input.Name} must not contain control characters" : null;
    }

    private static bool HasFormat(TextFormat format, string text) => format switch
    {
        TextFormat.LanguageTag => LanguageTag.IsWellFormed(text),
        TextFormat.PathSegment => TextRules.IsPathSegment(text),
        _ => true,
    };
}
