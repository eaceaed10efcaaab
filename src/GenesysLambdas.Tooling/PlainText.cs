using GenesysLambdas.Core.Answers;

namespace GenesysLambdas.Tooling;

/// <summary>Escapes untrusted text for a terminal.</summary>
public static class PlainText
{
    /// <summary>Escapes control characters and characters that reorder text.</summary>
    public static string Escape(string text) => Escape(text, c => char.IsControl(c) || Reorders(c));

    public static string EscapeLines(string text) => Escape(text, c => (char.IsControl(c) && c is not ('\t' or '\r' or '\n')) || Reorders(c));

    /// <summary>Escapes only characters that reorder text.</summary>
    public static string EscapeOrder(string text) => Escape(text, Reorders);

    // The marks (Unicode's Annex 9, section 2.6) order text without embedding it.
    public static bool Reorders(char c) => OutputText.IsUnseen(c) || c is '\u061C' or '\u200E' or '\u200F';

    private static string Escape(string text, Func<char, bool> isEscaped) =>
        text.Any(isEscaped) ? string.Concat(text.Select(c => isEscaped(c) ? $"\\u{(int)c:x4}" : c.ToString())) : text;
}
