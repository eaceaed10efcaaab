using System.Text.RegularExpressions;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>The lookups in the source code, which the running program may be older than.</summary>
public static partial class SourceLookups
{
    private const string Folder = "src/GenesysLambdas/Lookups";

    /// <exception cref="ToolException">The program was built from other lookups, so what it writes would undo theirs.</exception>
    public static void Check(string root, IReadOnlyList<LookupContract> lookups)
    {
        var folder = Path.Combine(root, Folder);
        if (!Directory.Exists(folder))
        {
            return;
        }

        var written = Directory.GetFiles(folder, "*.cs").SelectMany(file => Attribute().Matches(GeneratedFiles.Read(file)!)).Select(match => match.Groups["name"].Value).ToList();
        var built = lookups.Select(lookup => lookup.Name).ToList();
        if (written.Except(built).Concat(built.Except(written)).FirstOrDefault() is { } other)
        {
            throw new ToolException($"This program was built {(built.Contains(other) ? "when there still was" : "before there was")} a lookup {other}. Build it again: dotnet build src/GenesysLambdas.Cli");
        }
    }

    [GeneratedRegex(@"^\[Lookup\(""(?<name>[^""]+)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();
}
