using System.Text.RegularExpressions;
using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Scaffolding.Generation;

internal static partial class LookupTable
{
    private const string Header = "| lookup | data action | what it does | function | external API |\n|---|---|---|---|---|\n";

    /// <summary>Writes a row for every lookup. The last column, what a lookup calls, is hand-written and stays.</summary>
    public static string Update(string text, IReadOnlyList<LookupContract> lookups, IEnumerable<DataAction> actions) =>
        MarkdownTable.Update($"{CommittedFiles.ReadmeFile}: the table of the lookups", text, Header, rows =>
        {
            var calls = Row().Matches(rows).ToLookup(row => row.Groups["lookup"].Value, row => row.Groups["call"].Value);
            var names = actions.ToLookup(action => action.Version.Lookup, action => action.Version.ActionName);
            return lookups.Select(lookup =>
                $"| `{lookup.Name}` | {names[lookup.Name].Last()} | {lookup.Description.Replace("|", @"\|", StringComparison.Ordinal)} "
                + $"| `{lookup.Function}` | {calls[lookup.Name].FirstOrDefault() ?? $"`{{{lookup.Api.Name}}}`"} |\n");
        });

    public static string Complete(string text, LookupContract lookup, string call) =>
        Row().Replace(text, row => row.Groups["lookup"].Value == lookup.Name ? $"{row.Groups["before"].Value}`{call}` |" : row.Value);

    [GeneratedRegex(
        @"^(?<before>\| `(?<lookup>[^`]+)` \|.*\| )(?<call>[^|]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
