using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.Template;

namespace GenesysLambdas.Scaffolding.Removal;

/// <param name="BrokenPlaces">References in other files that the removal would break, one per line; empty if there are none.</param>
public sealed record LookupRemoval(IReadOnlyList<FileChange> Changes, string BrokenPlaces, string Announcement, string NextSteps)
{
    // Lists retired actions permanently.
    private const string Retired = $"{GeneratedFiles.Actions}/{ActionFiles.RetiredFile}";

    /// <summary>Reads the repository without writing to it.</summary>
    /// <param name="wasPublished">Whether its data actions may exist in Genesys Cloud, so that their names cannot be reused.</param>
    public static LookupRemoval Plan(SuiteRepository repository, LookupContract lookup, bool wasPublished)
    {
        LookupContract[] others = [.. repository.Lookups.Where(other => other != lookup)];
        if (others.Length == 0)
        {
            throw new ToolException($"{lookup.Name} is the only lookup. Add another one first.");
        }

        var committed = CommittedFiles.Read(repository.Root);
        var actions = committed.Actions.VersionsOf(lookup.Name).Select(action => action.Version).ToList();
        var remaining = committed with
        {
            Template = OwnLines.Remove(committed.Template, lookup.Function),
            Actions = wasPublished ? committed.Actions.Retire(actions) : committed.Actions.Drop(actions),
        };
        var files = RepositoryFiles.List(repository);
        var removesApi = others.All(other => other.Api.Name != lookup.Api.Name);
        var standIns = StandIns(repository, files, lookup, removesApi);
        FileChange[] changes =
        [
            .. OwnFiles(repository, files, lookup, standIns.Deleted).Select(path => Change(path, after: null)),
            .. removesApi && ApiSource.Find(repository, lookup.Api.Name) is { IsAlone: true } api ? (FileChange[])[Change(api.File, after: null)] : [],
            .. actions.Select(action => Change($"{GeneratedFiles.Actions}/{action.FileName}", after: null)),
            .. wasPublished && actions.Count > 0 ? (FileChange[])[Change(Retired, remaining.Actions.RetiredText)] : [],
            .. SuiteFiles.Changes(repository.Root, others, remaining),
        ];
        var report = new RemovalReport(lookup, changes)
        {
            References = FindReferences(repository, files.Except([Retired, .. standIns.Kept]), changes, new RemovedNames(lookup, others)),
            Published = wasPublished ? actions : [],
            HandWritten = OwnLines.Read(committed.Template).GetValueOrDefault(lookup.Function, ""),
            RemovesApi = removesApi,
            KeptStandIns = standIns.Kept,
        };
        return new(changes, report.BrokenPlaces, report.Announcement, report.NextSteps);

        FileChange Change(string path, string? after) => new(path, repository.Read(path), after);
    }

    private static IEnumerable<string> OwnFiles(SuiteRepository repository, IEnumerable<string> files, LookupContract lookup, IEnumerable<string> standIns)
    {
        var own = repository.Projects.FilesOf(lookup.Name);
        string[] single = [own.Source, own.Tests, own.HealthyApi, .. standIns];
        string[] folders = [own.SavedRequests + '/', own.SavedAnswers + '/'];
        return files.Where(file => single.Contains(file) || Array.Exists(folders, folder => file.StartsWith(folder, StringComparison.Ordinal)));
    }

    /// <summary>The stand-in files to delete, which may be missing, and those that a person must edit.</summary>
    private static (IReadOnlyList<string> Deleted, IReadOnlyList<string> Kept) StandIns(
        SuiteRepository repository, IEnumerable<string> files, LookupContract lookup, bool removesApi)
    {
        var own = repository.Projects.FilesOf(lookup.Name);
        var folder = Path.GetDirectoryName(own.StandIn)!.Replace('\\', '/') + '/';
        // Reads the sources, because the running program may still contain a stand-in whose file was deleted.
        var others = (from path in files
                      where path.StartsWith(folder, StringComparison.Ordinal) && path != own.StandIn
                      let text = repository.Read(path)
                      where text.Contains($"Api => \"{lookup.Api.Name}\"", StringComparison.Ordinal)
                      let isAlone = !path[folder.Length..].Contains('/') && text.Split(": IStandIn").Length == 2
                      select (Path: path, IsAlone: isAlone)).ToLookup(file => file.IsAlone, file => file.Path);

        // If other lookups call the API, this may be their only stand-in.
        return removesApi ? ([own.StandIn, own.Sample, .. others[true]], [.. others[false]])
            : others.Count > 0 ? ([own.StandIn, own.Sample], [])
            : ([], []);
    }

    private static IReadOnlyList<Reference> FindReferences(
        SuiteRepository repository, IEnumerable<string> files, IEnumerable<FileChange> changes, RemovedNames names)
    {
        var changed = changes.ToDictionary(change => change.Path, change => change.After);
        return
        [
            .. from path in files
               let text = changed.TryGetValue(path, out var after) ? after : repository.Read(path)
               where text is not null
               from line in text.Split('\n').Index()
               where names.AreIn(line.Item)
               let isComment = line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal)
               select new Reference($"{path}:{line.Index + 1}", IsProse: isComment || path.EndsWith(".md", StringComparison.Ordinal)),
        ];
    }
}
