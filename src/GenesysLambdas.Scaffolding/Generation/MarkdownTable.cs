using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>A generated table in a page that is otherwise written by hand.</summary>
internal static partial class MarkdownTable
{
    /// <summary>The text with other rows.</summary>
    /// <param name="table">The file and what is in the table, for the message.</param>
    /// <param name="header">The table's first two lines, by which it is found.</param>
    /// <param name="write">What the rows become.</param>
    /// <exception cref="ToolException">There is no such table.</exception>
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
