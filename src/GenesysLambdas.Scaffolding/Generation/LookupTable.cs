using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>README's table of the lookups.</summary>
internal static partial class LookupTable
{
    private const string Header = "| lookup | function | handler | external API |\n|---|---|---|---|\n";

    /// <summary>The text with a row for every lookup. The last column, which no attribute holds, is written by hand and kept.</summary>
    public static string Update(string text, IReadOnlyList<LookupContract> lookups) =>
        MarkdownTable.Update($"{CommittedFiles.ReadmeFile}: the table of the lookups", text, Header, rows =>
        {
            var calls = Row().Matches(rows).ToLookup(row => row.Groups["lookup"].Value, row => row.Groups["call"].Value);
            return lookups.Select(lookup => Write(lookup, calls[lookup.Name].FirstOrDefault() ?? Unknown(lookup)));
        });

    /// <summary>The text with what a new lookup calls.</summary>
    public static string Complete(string text, LookupContract lookup, string call) =>
        text.Replace(Write(lookup, Unknown(lookup)), Write(lookup, $"`{call}`"), StringComparison.Ordinal);

    private static string Write(LookupContract lookup, string call) => $"| `{lookup.Name}` | `{lookup.Function}` | `{lookup.Method}` | {call} |\n";

    private static string Unknown(LookupContract lookup) => $"`{{{lookup.Api.Name}}}`";

    [GeneratedRegex(
        @"^\| `(?<lookup>[^`]+)` \|[^|]*\|[^|]*\| (?<call>.*) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
