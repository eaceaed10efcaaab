namespace GenesysLambdas.Core.Contracts;

/// <summary>
/// BCP 47 language tags (RFC 5646): whether they are well-formed, not whether they are registered. Compiled into the generator as
/// well, so it uses what .NET Standard 2.0 has.
/// </summary>
internal static class LanguageTag
{
    // RFC 5646, section 4.4.1: tags of more than 35 characters are not needed in practice.
    private const int MaxLength = 35;

    /// <summary>Whether a text is subtags of 1 to 8 letters or digits, the first a language of 2 to 8 letters, or <c>x</c> before a private one.</summary>
    public static bool IsWellFormed(string text)
    {
        if (text.Length > MaxLength)
        {
            return false;
        }

        var subtags = text.Split('-');
        return IsFirst(subtags)
            && subtags.All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(c => IsLetter(c) || c is >= '0' and <= '9'))
            && subtags.Last().Length > (IsPrivate(subtags) ? 0 : 1);
    }

    private static bool IsFirst(string[] subtags) =>
        subtags[0].All(IsLetter) && (subtags[0].Length >= 2 || (IsPrivate(subtags) && subtags.Length > 1));

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsPrivate(string[] subtags) => subtags.Contains("x", StringComparer.OrdinalIgnoreCase);
}
