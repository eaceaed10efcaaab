namespace GenesysLambdas.Cli;

/// <summary>Text of others on a terminal.</summary>
internal static class PlainText
{
    /// <summary>The text without control characters, with which it could control the terminal.</summary>
    public static string Escape(string text) => string.Concat(text.Select(character => char.IsControl(character) ? $"\\u{(int)character:x4}" : character.ToString()));
}
