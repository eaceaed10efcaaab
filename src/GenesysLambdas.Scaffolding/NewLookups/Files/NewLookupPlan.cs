using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.NewLookups.Inputs;
using GenesysLambdas.Scaffolding.NewLookups.Outputs;
using GenesysLambdas.Scaffolding.NewLookups.Samples;

namespace GenesysLambdas.Scaffolding.NewLookups.Files;

public sealed record NewLookupArguments
{
    public required string Name { get; init; }

    /// <summary>The path to call, relative to the API's address, or a full address; inputs are in braces.</summary>
    public required string Path { get; init; }

    public required string Sample { get; init; }

    /// <summary>The file with the body of its POST; null for a GET.</summary>
    public string? Body { get; init; }

    /// <summary>True if its POST changes something; false for a search.</summary>
    public bool Writes { get; init; }

    /// <summary>The values to return, such as <c>city=$.city</c>; empty for the first ten.</summary>
    public IReadOnlyList<string> Picks { get; init; } = [];

    /// <summary>The prefix of its API's settings; null for one named after the lookup.</summary>
    public string? Api { get; init; }

    /// <summary>How to send a new API's token; null for a bearer token.</summary>
    public string? Auth { get; init; }

    /// <summary>What it does, in one sentence; null to derive it from the request.</summary>
    public string? Description { get; init; }
}

public sealed record NewLookupPlan(IReadOnlyList<FileChange> Changes, string Report)
{
    // Lambda's limit.
    private const int MaxDescriptionLength = 256;

    /// <summary>Reads the repository without writing to it.</summary>
    public static NewLookupPlan Create(SuiteRepository repository, SuiteCode code, IReadOnlyList<KnownStandIn> standIns, NewLookupArguments arguments)
    {
        LookupName.Check(arguments.Name, repository.Lookups, code);
        var api = arguments.Api ?? LookupName.ApiOf(arguments.Name);
        LookupName.CheckApi(api);
        var options = new NewLookupOptions(repository.Projects.FilesOf(arguments.Name), arguments.Path, SampleFile.Read(arguments.Sample))
        {
            Body = arguments.Body is null ? null : SampleFile.Read(arguments.Body),
            Picks = [.. arguments.Picks.Select(OutputPick.Parse)],
            Description = Sentence(arguments.Description),
            Writes = arguments.Writes,
        };
        NewApi.CheckAuth(arguments.Auth);
        var known = KnownApi.Find(repository, api, standIns);
        var lookup = new NewLookup(options, NewApi.Of(api, PathTemplate.BaseUrlOf(arguments.Path), arguments.Auth, known));
        LookupName.CheckClass(lookup, code);
        StandInRoutes.Check(lookup, standIns);
        var changes = Files(lookup).Concat(Generated(lookup, repository)).ToList();
        return new(changes, NewLookupReport.Write(lookup, changes));
    }

    private static IEnumerable<FileChange> Files(NewLookup lookup)
    {
        var files = lookup.Files;
        var examples = Examples.Of(lookup).ToList();
        (string Path, string Text)[] created =
        [
            (files.Source, LookupCode.Write(lookup)),
            .. lookup.Api.IsNew
                ? [(ApiSource.FileOf(files.Projects, lookup.Api.Contract.Name), lookup.Api.Code(files.Projects.Functions))]
                : Array.Empty<(string, string)>(),
            (files.StandIn, StandInCode.Write(lookup)),
            (files.Sample, Examples.File(lookup.Sample)),
            (files.Tests, TestsCode.Write(lookup)),
            .. lookup.Writes ? [(files.HealthyApi, Examples.HealthyApi(lookup))] : Array.Empty<(string, string)>(),
            .. examples.Select(example => ($"{files.SavedRequests}/{example.Name}.json", example.Request)),
            .. examples.Select(example => ($"{files.SavedAnswers}/{example.Name}.json", example.Answer)),
        ];
        return created.Select(file => new FileChange(file.Path, null, file.Text));
    }

    private static IEnumerable<FileChange> Generated(NewLookup lookup, SuiteRepository repository) =>
        SuiteFiles.Changes(repository.Root, [.. repository.Lookups.Append(lookup.Contract).OrderBy(contract => contract.Name, StringComparer.Ordinal)])
            .Select(change => change with { After = LookupTable.Complete(change.After!, lookup.Contract, lookup.Call) });

    private static string? Sentence(string? description)
    {
        var sentence = description?.Trim() is { Length: > 0 } text ? text.TrimEnd('.') + '.' : null;
        if (sentence?.FirstOrDefault(PlainText.Reorders) is { } unseen and not '\0')
        {
            throw new ToolException($"The description contains U+{(int)unseen:X4}, an invisible character that reorders the text around it. Remove it.");
        }

        return sentence is { Length: > MaxDescriptionLength } || sentence?.Any(char.IsControl) == true
            ? throw new ToolException($"The description must be one line of up to {MaxDescriptionLength} characters.")
            : sentence;
    }
}
