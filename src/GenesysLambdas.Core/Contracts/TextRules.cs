namespace GenesysLambdas.Core.Contracts;

/// <summary>Rules for text inputs that hold for their defaults, too. Compiled into the generator as well, so it uses what .NET Standard 2.0 has.</summary>
internal static class TextRules
{
    /// <summary>The most characters of a text that sets no other limit.</summary>
    public const int DefaultMaxLength = 255;

    /// <summary>Whether an escaped text stays one segment of a path: some gateways decode %2F before they route.</summary>
    public static bool IsPathSegment(string text) => text is not ("." or "..") && text.IndexOfAny(['/', '\\']) < 0;

    /// <summary>
    /// Whether a character is a line or paragraph separator (U+2028, U+2029), or reorders the text around it: an embedding or override
    /// (U+202A to U+202E) or an isolate (U+2066 to U+2069), as in Unicode's Annex 9, section 2.
    /// </summary>
    public static bool IsUnseen(char c) => c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
