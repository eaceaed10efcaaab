using System.Text.RegularExpressions;
using GenesysLambdas.Scaffolding.Template;

namespace GenesysLambdas.Scaffolding.Removal;

/// <summary>The names that disappear with a lookup: its own and, if no other lookup calls its API, those of the API.</summary>
internal sealed class RemovedNames
{
    private const string Kept = nameof(Kept);

    private readonly Regex _pattern;

    public RemovedNames(LookupContract lookup, IReadOnlyList<LookupContract> others)
    {
        var kept = others.SelectMany(other => OfLookup(other).Concat(OfApi(other.Api))).ToHashSet();
        var removed = OfLookup(lookup).Concat(OfApi(lookup.Api)).Except(kept).ToList();
        // A remaining name may contain a removed one, as order-status-history contains order-status.
        var longer = from name in kept
                     where removed.Exists(other => name.Text.Contains(other.Text, StringComparison.Ordinal))
                     orderby name.Text.Length descending
                     select name;
        var keptPattern = string.Join('|', longer.Select(name => name.Pattern).DefaultIfEmpty("(?!)"));
        _pattern = new(
            $"(?<{Kept}>{keptPattern})|{string.Join('|', removed.Select(name => name.Pattern))}",
            RegexOptions.ExplicitCapture | RegexOptions.Compiled,
            TimeSpan.FromSeconds(1));
    }

    public bool AreIn(string line) => _pattern.Matches(line).Any(match => !match.Groups[Kept].Success);

    private static IEnumerable<Name> OfLookup(LookupContract lookup)
    {
        var type = LookupFiles.ClassOf(lookup.Name);
        // A single word, such as "order", is too common. It only counts in quotes or with a suffix.
        var (name, suffix) = lookup.Name.Contains('-', StringComparison.Ordinal)
            ? (Kebab(lookup.Name), "")
            : ($"(?<=[\"'`]){lookup.Name}(?=[\"'`])", "(Function|Inputs|Outputs|Json)");
        return [new(lookup.Name, name), new(type, Pascal($"(Deploy)?{type}{suffix}")), new(lookup.Method, Pascal(lookup.Method))];
    }

    private static IEnumerable<Name> OfApi(ApiContract api)
    {
        var (kebab, stem) = (ApiName.Kebab(api.Name), TemplateNames.Parameter(api.Name));
        return [new(api.Name, Kebab(api.Name)), new(kebab, Kebab(kebab)), new(stem, Pascal($"(Create)?{stem}"))];
    }

    private static string Kebab(string name) => $"(?<![A-Za-z0-9_]){name}(?![A-Za-z0-9])";

    /// <summary>Matches the name, and names that start with it as a word.</summary>
    private static string Pascal(string name) => $"(?<![A-Za-z0-9]){name}(?![a-z0-9])";

    private sealed record Name(string Text, string Pattern);
}
