namespace GenesysLambdas.Requests;

/// <summary>Rules for text inputs that hold for their defaults, too. Compiled into the generator as well, so it uses what .NET Standard 2.0 has.</summary>
internal static class TextRules
{
    /// <summary>The most characters of a text that sets no other limit.</summary>
    public const int DefaultMaxLength = 255;

    /// <summary>Whether an escaped text stays one segment of a path: some gateways decode %2F before they route.</summary>
    public static bool IsPathSegment(string text) => text is not ("." or "..") && text.IndexOfAny(['/', '\\']) < 0;
}
