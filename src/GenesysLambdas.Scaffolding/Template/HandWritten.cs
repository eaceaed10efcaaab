using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Template;

/// <summary>The hand-written parts of the template, which are not generated.</summary>
internal sealed partial class HandWritten(string text, IReadOnlyDictionary<string, string> ownLines)
{
    private readonly HashSet<string> _names = [.. Name().Matches(text).Select(match => match.Value)];
    private readonly HashSet<string> _grouped = [.. Group().Matches(text).SelectMany(match => match.Value.Split(',', StringSplitOptions.TrimEntries))];

    public bool Has(string name) => _names.Contains(name);

    public bool HasVariable(string name) => text.Contains($"\n        {name}:", StringComparison.Ordinal);

    public bool Groups(string parameter) => _grouped.Contains(parameter);

    public string OwnLinesOf(string function) => ownLines.GetValueOrDefault(function, "");

    public IEnumerable<string> FunctionsWithOwnLines => ownLines.Keys;

    public void CheckReferences(string template)
    {
        var defined = Name().Matches(template).Select(match => match.Value).ToHashSet();
        if (Reference().Matches(text).Select(match => match.Value).FirstOrDefault(name => !defined.Contains(name)) is { } missing)
        {
            throw new ToolException($"template.yaml refers to {missing}, which belongs to no lookup. Delete the reference.");
        }
    }

    [GeneratedRegex("(?<=^  )[A-Za-z0-9]+(?=:)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<=^        Parameters: \[)[^]]*", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();

    [GeneratedRegex(@"(?<=(!Ref|!Condition|\bCondition:) )[A-Za-z0-9]+\b(?!:)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
