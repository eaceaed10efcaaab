namespace GenesysLambdas.Tooling.Files;

public static class RealPath
{
    // Linux's limit (path_resolution(7)).
    private const int MaxLinks = 40;

    /// <summary>The target of a path, even if it does not exist; null if its links form a loop.</summary>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var rest = new Stack<string>(Parts(full).Reverse());
        for (var links = 0; rest.TryPop(out var part);)
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Join(real, part);
            if (LinkTarget(next) is not { } target)
            {
                real = part == "." ? real : next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(Path.GetFullPath(target))! : real;
            foreach (var piece in Parts(target).Reverse())
            {
                rest.Push(piece);
            }
        }

        return real;
    }

    public static bool IsInside(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? LinkTarget(string path) => (Directory.Exists(path) ? (FileSystemInfo)new DirectoryInfo(path) : new FileInfo(path)).LinkTarget;

    private static string[] Parts(string path) =>
        path[(Path.GetPathRoot(path) ?? "").Length..]
            .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
