using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.Removal;

/// <summary>Where the repository refers to what is removed, once the changes are made.</summary>
/// <param name="names">What to look for.</param>
/// <param name="changes">The files to change.</param>
/// <param name="ignored">Files that may refer to it.</param>
public sealed class References(RemovedNames names, IReadOnlyList<FileChange> changes, IReadOnlyList<string> ignored)
{
    // It names retired actions for good.
    private const string Retired = $"{GeneratedFiles.Actions}/{ActionFiles.RetiredFile}";

    public IReadOnlyList<Reference> Find(string root, IEnumerable<string> files)
    {
        var texts = changes.ToDictionary(change => change.Path, change => change.After);
        return
        [
            .. from path in files
               where path != Retired && !ignored.Contains(path)
               let text = texts.TryGetValue(path, out var after) ? after : GeneratedFiles.Read(Path.Combine(root, path))
               where text is not null
               from line in text.Split('\n').Index()
               where names.AreIn(line.Item)
               select new Reference($"{path}:{line.Index + 1}", IsProse: path.EndsWith(".md", StringComparison.Ordinal) || line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal)),
        ];
    }
}

/// <summary>A line that refers to what is removed.</summary>
/// <param name="Place">Its file and number.</param>
/// <param name="IsProse">Whether it is a comment or a page, which breaks nothing: it may be about another lookup, as an example.</param>
public sealed record Reference(string Place, bool IsProse);
