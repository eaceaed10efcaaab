namespace GenesysLambdas.Core.Contracts;

/// <summary>Rules for string inputs and their defaults. Also compiled into the generator, so limited to .NET Standard 2.0.</summary>
internal static class TextRules
{
    /// <summary>The maximum length of a string without a limit of its own.</summary>
    public const int DefaultMaxLength = 255;

    /// <summary>Whether it stays one segment of a path when escaped: some gateways decode %2F before routing.</summary>
    public static bool IsPathSegment(string text) => text is not ("." or "..") && text.IndexOfAny(['/', '\\']) < 0;

    /// <summary>
    /// Whether a character is a line or paragraph separator (U+2028, U+2029), or reorders the text around it: an embedding or override
    /// (U+202A to U+202E) or an isolate (U+2066 to U+2069), as in Unicode's Annex 9, section 2.
    /// </summary>
    public static bool IsUnseen(char c) => c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
