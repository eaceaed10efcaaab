using GenesysLambdas.Scaffolding.Generation;

namespace GenesysLambdas.Scaffolding.NewLookups.Files;

/// <summary>The files of a new lookup, and what follows from it.</summary>
public static class NewLookupFiles
{
    /// <summary>Every file to create or to change. Reads the repository, and writes nothing.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="lookup">The new lookup.</param>
    /// <param name="lookups">Those that there are.</param>
    public static IReadOnlyList<FileChange> Changes(string root, NewLookup lookup, IReadOnlyList<LookupContract> lookups)
    {
        var files = lookup.Files;
        var examples = Examples.Of(lookup).ToList();
        (string Path, string Text)[] created =
        [
            (files.Source, LookupSource.Write(lookup)),
            .. lookup.Api.IsNew ? [(ApiSource.PathOf(lookup.Api.Contract.Name), lookup.Api.Source)] : Array.Empty<(string, string)>(),
            (files.StandIn, StandInSource.Write(lookup)),
            (files.Sample, Examples.File(lookup.Sample)),
            (files.Tests, TestsSource.Write(lookup)),
            .. lookup.Writes ? [(files.HealthyApi, Examples.HealthyApi(lookup))] : Array.Empty<(string, string)>(),
            .. examples.Select(example => ($"{files.SavedRequests}/{example.Name}.json", example.Request)),
            .. examples.Select(example => ($"{files.SavedAnswers}/{example.Name}.json", example.Answer)),
        ];
        var following = SuiteFiles.Changes(root, [.. lookups.Append(lookup.Contract).OrderBy(contract => contract.Name, StringComparer.Ordinal)]);
        return
        [
            .. created.Select(file => new FileChange(file.Path, null, file.Text)),
            .. following.Select(change => change with { After = LookupTable.Complete(change.After!, lookup.Contract, lookup.Call) }),
        ];
    }
}
