namespace GenesysLambdas.Core.Contracts;

/// <summary>
/// Checks that BCP 47 language tags (RFC 5646) are well-formed, not that they are registered. Also compiled into the generator,
/// so limited to .NET Standard 2.0.
/// </summary>
internal static class LanguageTag
{
    // RFC 5646, section 4.4.1: tags of more than 35 characters are not needed in practice.
    private const int MaxLength = 35;

    /// <summary>True for subtags of 1 to 8 letters or digits, starting with a language of 2 to 8 letters, or <c>x</c> and a private subtag.</summary>
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
