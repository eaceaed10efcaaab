using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>A suite's repository, and the lookups that the running program was built from.</summary>
/// <param name="Root">The repository's folder; empty: the current one.</param>
/// <param name="Lookups">The lookups, in the order in which generated files name them.</param>
/// <param name="Projects">The folders of the suite's projects.</param>
public sealed partial record SuiteRepository(string Root, IReadOnlyList<LookupContract> Lookups, SuiteProjects Projects)
{
    /// <summary>Checks that the sources have these lookups.</summary>
    /// <exception cref="ToolException">The program was built from other lookups, so what it writes would undo theirs.</exception>
    public void CheckSources()
    {
        if (!Directory.Exists(Path.Combine(Root, Projects.Functions, "Lookups")))
        {
            return;
        }

        var written = Sources("Lookups").SelectMany(path => LookupAttribute().Matches(Read(path)!)).Select(match => match.Groups["name"].Value).ToList();
        var built = Lookups.Select(lookup => lookup.Name).ToList();
        if (written.Except(built).Concat(built.Except(written)).FirstOrDefault() is { } other)
        {
            throw new ToolException(
                $"This program was built {(built.Contains(other) ? "when there still was" : "before there was")} a lookup {other}. "
                + $"Build it again: dotnet build {Projects.CommandLine}");
        }
    }

    /// <summary>The C# files in a folder of the functions' project, in order; none if there is no such folder.</summary>
    internal IEnumerable<string> Sources(string folder)
    {
        var path = $"{Projects.Functions}/{folder}";
        return Directory.Exists(Path.Combine(Root, path))
            ? Directory.GetFiles(Path.Combine(Root, path), "*.cs").Order(StringComparer.Ordinal).Select(file => $"{path}/{Path.GetFileName(file)}")
            : [];
    }

    /// <summary>The text of a file; null if it does not exist.</summary>
    internal string? Read(string path) => GeneratedFiles.Read(Path.Combine(Root, path));

    [GeneratedRegex(@"^\[Lookup\(""(?<name>[^""]+)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LookupAttribute();
}
