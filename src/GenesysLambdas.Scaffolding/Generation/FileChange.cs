
namespace GenesysLambdas.Scaffolding.Generation;

/// <param name="Path">From the repository's root, with forward slashes.</param>
/// <param name="Before">Its text now; null if there is no such file.</param>
/// <param name="After">Its new text; null to delete it.</param>
public sealed record FileChange(string Path, string? Before, string? After);

/// <summary>Changes files by atomic moves, and undoes them unless completed.</summary>
internal sealed class FileTransaction(string root) : IDisposable
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(".", root)));
    private readonly List<string> _paths = [];
    private readonly Stack<(string From, string To)> _moves = new();
    private bool _isComplete;

    /// <summary>Writes the new text to a file beside it, so that errors occur before any file is changed.</summary>
    public void Prepare(FileChange change)
    {
        var path = FullPath(change);
        _paths.Add(path);
        if (change.After is not null)
        {
            GeneratedFiles.Write(Path.GetDirectoryName(path)!, Path.GetFileName(New(path)), change.After);
        }
    }

    public void Make(FileChange change)
    {
        var path = FullPath(change);
        if (change.Before is not null)
        {
            Move(path, Old(path));
        }

        if (change.After is not null)
        {
            Move(New(path), path);
        }
    }

    public void Complete() => _isComplete = true;

    public void Dispose()
    {
        foreach (var (from, to) in _isComplete ? [] : _moves)
        {
            GeneratedFiles.Move(to, from);
        }

        foreach (var path in _paths)
        {
            foreach (var file in new[] { New(path), Old(path) }.Where(File.Exists))
            {
                GeneratedFiles.Delete(file);
            }

            for (var folder = Path.GetDirectoryName(path)!; folder != _root && IsEmpty(folder); folder = Path.GetDirectoryName(folder)!)
            {
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder);
                }
            }
        }
    }

    private static string New(string path) => path + ".new";

    private static string Old(string path) => path + ".old";

    private static bool IsEmpty(string folder) => !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any();

    private string FullPath(FileChange change) => Path.GetFullPath(change.Path, _root);

    private void Move(string from, string to)
    {
        GeneratedFiles.Move(from, to);
        _moves.Push((from, to));
    }
}
