using System.Globalization;

namespace GenesysLambdas.Core.Answers;

/// <summary>Cleans and cuts output strings, which may be spoken to a caller or shown to an agent.</summary>
public static class OutputText
{
    // A longer cluster may be split, but never within a surrogate pair.
    private const int LongestCluster = 64;

    /// <summary>Removes control characters other than tabs and line breaks, and characters that reorder the text around them.</summary>
    /// <param name="text">The string; null counts as empty, because Architect mishandles null.</param>
    public static string Clean(string? text)
    {
        foreach (var c in text ?? "")
        {
            if (IsUnwanted(c))
            {
                return Cleaned(text!);
            }
        }

        return text ?? "";
    }

    /// <summary>As much of the text as fits. It is cut between user-perceived characters.</summary>
    /// <remarks>These are the extended grapheme clusters of Unicode's Annex 29, which .NET supports without ICU.</remarks>
    /// <param name="maxLength">The maximum length, in UTF-16 code units.</param>
    public static string Cut(string text, int maxLength) => text.Length <= maxLength ? text : text[..Boundary(text, maxLength)];

    /// <summary>Whether a character is invisible and breaks lines or reorders text: U+2028 to U+202E and U+2066 to U+2069.</summary>
    public static bool IsUnseen(char c) => TextRules.IsUnseen(c);

    private static int Boundary(string text, int most)
    {
        var start = OfPair(text, Math.Max(0, most - LongestCluster));
        var end = start;
        for (var next = start; next <= most; next += StringInfo.GetNextTextElementLength(text.AsSpan(next)))
        {
            end = next;
        }

        return end > start ? end : OfPair(text, most);
    }

    private static int OfPair(string text, int index) =>
        index > 0 && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;

    private static string Cleaned(string text) => string.Create(text.Length - text.Count(IsDropped), text, static (cleaned, text) =>
    {
        var length = 0;
        foreach (var c in text)
        {
            if (!IsDropped(c))
            {
                cleaned[length++] = c is '\u2028' or '\u2029' ? '\n' : c;
            }
        }
    });

    private static bool IsDropped(char c) => IsUnwanted(c) && c is not ('\u2028' or '\u2029');

    private static bool IsUnwanted(char c) => (char.IsControl(c) && c is not ('\t' or '\r' or '\n')) || TextRules.IsUnseen(c);
}
