using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>A generated table in a hand-written page.</summary>
internal static partial class MarkdownTable
{
    public static string Update(string table, string text, string header, Func<string, IEnumerable<string>> write)
    {
        var start = text.IndexOf(header, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new ToolException($"{table} is missing. Restore its first lines:\n{header}");
        }

        start += header.Length;
        var rows = Rows().Match(text, start).Value;
        return text[..start] + string.Concat(write(rows)) + text[(start + rows.Length)..];
    }

    [GeneratedRegex(@"\G(\|.*\n)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rows();
}
