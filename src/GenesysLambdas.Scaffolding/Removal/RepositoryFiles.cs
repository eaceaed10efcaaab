using System.IO.Enumeration;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.Removal;

/// <summary>The files of the repository: all but those that <c>.gitignore</c> names, such as what a build writes.</summary>
internal static class RepositoryFiles
{
    // Larger ones are archives or dumps that somebody put there.
    private const long MostBytes = 10_000_000;

    /// <summary>Their paths from the root, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> List(string root)
    {
        string[] ignored = [".git", ".git/", .. (GeneratedFiles.Read(Path.Combine(root, ".gitignore")) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var files = new FileSystemEnumerable<string>(
            Path.GetFullPath(Path.Combine(".", root)),
            (ref FileSystemEntry entry) => Relative(ref entry),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.Length <= MostBytes && !IsIgnored(Relative(ref entry)),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsIgnored(Relative(ref entry) + '/'),
        };
        return [.. files.Order(StringComparer.Ordinal)];

        bool IsIgnored(string path) => Array.Exists(ignored, pattern => FileSystemName.MatchesSimpleExpression(pattern, pattern.TrimEnd('/').Contains('/') ? path : Name(path), ignoreCase: false));
    }

    private static string Relative(ref FileSystemEntry entry) => Path.GetRelativePath(entry.RootDirectory.ToString(), entry.ToFullPath()).Replace('\\', '/');

    /// <summary>The last part of a path, with the slash at the end of a folder's.</summary>
    private static string Name(string path) => path[(path.TrimEnd('/').LastIndexOf('/') + 1)..];
}
