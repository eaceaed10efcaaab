using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Generation;

public sealed partial record SuiteRepository(string Root, IReadOnlyList<LookupContract> Lookups, SuiteProjects Projects)
{
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
                $"This program was built before the lookup {other} was {(built.Contains(other) ? "removed" : "added")}. "
                + $"Rebuild it: dotnet build {Projects.CommandLine}");
        }
    }

    internal IEnumerable<string> Sources(string folder)
    {
        var path = $"{Projects.Functions}/{folder}";
        return Directory.Exists(Path.Combine(Root, path))
            ? Directory.GetFiles(Path.Combine(Root, path), "*.cs").Order(StringComparer.Ordinal).Select(file => $"{path}/{Path.GetFileName(file)}")
            : [];
    }

    internal string? Read(string path) => GeneratedFiles.Read(Path.Combine(Root, path));

    [GeneratedRegex(@"^\[Lookup\(""(?<name>[^""]+)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LookupAttribute();
}
