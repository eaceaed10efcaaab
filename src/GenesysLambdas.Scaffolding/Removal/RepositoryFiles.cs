using System.IO.Enumeration;
using GenesysLambdas.Scaffolding.Generation;

namespace GenesysLambdas.Scaffolding.Removal;

/// <summary>The files of a repository, except those in <c>.gitignore</c>, such as build output.</summary>
internal static class RepositoryFiles
{
    // Larger files are not source code.
    private const long MaxBytes = 10_000_000;

    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    public static IReadOnlyList<string> List(SuiteRepository repository)
    {
        const StringSplitOptions Lines = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        string[] ignored = [".git", ".git/", .. (repository.Read(".gitignore") ?? "").Split('\n', Lines)];
        var root = Path.GetFullPath(Path.Combine(".", repository.Root));
        return [.. Below("").Order(StringComparer.Ordinal)];

        IEnumerable<string> Below(string folder) => new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos("*", NoLinks)
            .Where(entry => !IsIgnored(folder, entry.Name + (entry is DirectoryInfo ? "/" : "")))
            .SelectMany(entry => entry is FileInfo file ? file.Length <= MaxBytes ? [folder + file.Name] : [] : Below($"{folder}{entry.Name}/"));

        bool IsIgnored(string folder, string name) => Array.Exists(ignored, pattern =>
            FileSystemName.MatchesSimpleExpression(pattern, pattern.TrimEnd('/').Contains('/') ? folder + name : name, ignoreCase: false));
    }
}
