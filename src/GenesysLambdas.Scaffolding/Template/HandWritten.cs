using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Template;

/// <summary>What is written by hand in the template, and is therefore not generated.</summary>
internal sealed partial class HandWritten(string text, IReadOnlyDictionary<string, string> ownLines)
{
    private readonly HashSet<string> _names = [.. Name().Matches(text).Select(match => match.Value)];
    private readonly HashSet<string> _grouped = [.. Group().Matches(text).SelectMany(match => match.Value.Split(',', StringSplitOptions.TrimEntries))];

    /// <summary>Whether there is a parameter, a condition or a secret of this name.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>Whether every function has a variable of this name.</summary>
    public bool HasVariable(string name) => text.Contains($"\n        {name}:", StringComparison.Ordinal);

    /// <summary>Whether a group of parameters has this one.</summary>
    public bool Groups(string parameter) => _grouped.Contains(parameter);

    /// <summary>The lines at the end of a generated function; empty if there are none.</summary>
    public string OwnLinesOf(string function) => ownLines.GetValueOrDefault(function, "");

    /// <summary>The functions that have such lines.</summary>
    public IEnumerable<string> FunctionsWithOwnLines => ownLines.Keys;

    /// <summary>Checks that the template still defines what is referred to here.</summary>
    /// <exception cref="ToolException">It does not: a lookup or an API is gone.</exception>
    public void CheckReferences(string template)
    {
        var defined = Name().Matches(template).Select(match => match.Value).ToHashSet();
        if (Reference().Matches(text).Select(match => match.Value).FirstOrDefault(name => !defined.Contains(name)) is { } missing)
        {
            throw new ToolException($"template.yaml refers to {missing}, which follows from no lookup. Delete what refers to it.");
        }
    }

    [GeneratedRegex("(?<=^  )[A-Za-z0-9]+(?=:)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<=^        Parameters: \[)[^]]*", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();

    [GeneratedRegex(@"(?<=(!Ref|!Condition|\bCondition:) )[A-Za-z0-9]+\b(?!:)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
