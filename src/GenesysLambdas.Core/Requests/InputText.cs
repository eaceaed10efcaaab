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

    /// <summary>Whether an escaped text stays one segment of a path: some gateways decode %2F before they route.</summary>
    public static bool IsPathSegment(string text) => text is not ("." or "..") && !text.AsSpan().ContainsAny('/', '\\');

    private static bool HasFormat(TextFormat format, string text) => format switch
    {
        TextFormat.LanguageTag => LanguageTag.IsWellFormed(text),
        TextFormat.PathSegment => IsPathSegment(text),
        _ => true,
    };
}
