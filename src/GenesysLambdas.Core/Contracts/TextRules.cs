namespace GenesysLambdas.Core.Contracts;

/// <summary>Rules for string inputs and their defaults. Also compiled into the generator, so limited to .NET Standard 2.0.</summary>
internal static class TextRules
{
    /// <summary>The default maximum length of a string.</summary>
    public const int DefaultMaxLength = 255;

    /// <summary>True if the string is still one path segment when escaped. Some gateways decode %2F before routing.</summary>
    public static bool IsPathSegment(string text) => text is not ("." or "..") && text.IndexOfAny(['/', '\\']) < 0;

    /// <summary>
    /// Whether a character is a line or paragraph separator (U+2028, U+2029), or reorders the text around it: an embedding or override
    /// (U+202A to U+202E) or an isolate (U+2066 to U+2069), as defined in Unicode Annex 9, section 2.
    /// </summary>
    public static bool IsUnseen(char c) => c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
