using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.Template;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.Removal;

/// <summary>What removing a lookup takes.</summary>
/// <param name="Changes">Every file to delete or to change.</param>
/// <param name="References">Where other files still refer to it after that.</param>
/// <param name="Published">Its data actions in Genesys Cloud; empty if there never were any.</param>
/// <param name="HandWritten">What is written by hand in its function, and goes with it; empty if there is nothing.</param>
/// <param name="RemovesApi">Whether no other lookup calls its API.</param>
/// <param name="KeptStandIns">The stand-ins of an API that no lookup calls any more, which are left to a person.</param>
public sealed record LookupRemoval(
    IReadOnlyList<FileChange> Changes,
    IReadOnlyList<Reference> References,
    IReadOnlyList<ActionVersion> Published,
    string HandWritten,
    bool RemovesApi,
    IReadOnlyList<string> KeptStandIns)
{
    /// <summary>Reads the repository, and writes nothing.</summary>
    /// <param name="wasPublished">Whether its data actions may be in Genesys Cloud, so that their names are taken for good.</param>
    /// <exception cref="ToolException">What would be left is not a suite that <c>generate</c> can bring up to date.</exception>
    public static LookupRemoval Plan(string root, LookupContract lookup, IReadOnlyList<LookupContract> others, bool wasPublished)
    {
        var committed = CommittedFiles.Read(root);
        var actions = committed.Actions.VersionsOf(lookup.Name).Select(action => action.Version).ToList();
        var remaining = committed with
        {
            Template = OwnLines.Remove(committed.Template, lookup.Function),
            Actions = wasPublished ? committed.Actions.Retire(actions) : committed.Actions.Drop(actions),
        };
        var files = RepositoryFiles.List(root);
        var removesApi = others.All(other => other.Api.Name != lookup.Api.Name);
        var standIns = StandInFiles.Find(root, files, lookup, removesApi);
        FileChange[] changes =
        [
            .. Own(files, lookup, standIns)
                .Concat(ApiOf(root, lookup, removesApi))
                .Concat(actions.Select(action => $"{GeneratedFiles.Actions}/{action.FileName}"))
                .Select(path => Change(path, after: null)),
            .. wasPublished && actions.Count > 0 ? (FileChange[])[Change($"{GeneratedFiles.Actions}/{ActionFiles.RetiredFile}", remaining.Actions.RetiredText)] : [],
            .. SuiteFiles.Changes(root, others, remaining),
        ];
        return new(
            changes,
            new References(new RemovedNames(lookup, others), changes, standIns.Kept).Find(root, files),
            wasPublished ? actions : [],
            OwnLines.Read(committed.Template).GetValueOrDefault(lookup.Function, ""),
            removesApi,
            standIns.Kept);

        FileChange Change(string path, string? after) => new(path, GeneratedFiles.Read(Path.Combine(root, path)), after);
    }

    /// <summary>The file that declares its API, if that goes too.</summary>
    private static IEnumerable<string> ApiOf(string root, LookupContract lookup, bool removesApi) =>
        removesApi && ApiSource.Find(root, lookup.Api.Name) is { IsAlone: true } api ? [api.Path] : [];

    /// <summary>Those of the files that are the lookup's.</summary>
    private static IEnumerable<string> Own(IEnumerable<string> files, LookupContract lookup, StandInFiles standIns)
    {
        var own = new LookupFiles(lookup.Name);
        string[] single = [own.Source, own.Tests, own.HealthyApi, .. standIns.Deleted];
        string[] folders = [own.SavedRequests, own.SavedAnswers];
        return files.Where(file => single.Contains(file) || Array.Exists(folders, folder => file.StartsWith(folder + '/', StringComparison.Ordinal)));
    }
}
