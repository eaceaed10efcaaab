namespace GenesysLambdas.Requests;

/// <summary>BCP 47 language tags (RFC 5646): well-formed ones, without their registry.</summary>
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
            && subtags.All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit))
            && subtags[^1].Length > (IsPrivate(subtags) ? 0 : 1);
    }

    private static bool IsFirst(string[] subtags) =>
        subtags[0].All(char.IsAsciiLetter) && (subtags[0].Length >= 2 || (IsPrivate(subtags) && subtags.Length > 1));

    private static bool IsPrivate(string[] subtags) => subtags.Contains("x", StringComparer.OrdinalIgnoreCase);
}
