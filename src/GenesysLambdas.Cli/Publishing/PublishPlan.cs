using GenesysLambdas.Cli.Actions;
using GenesysLambdas.Cli.Platform;

namespace GenesysLambdas.Cli.Publishing;

/// <summary>Compares the actions of the code with those of an integration.</summary>
internal sealed class PublishPlan(PlatformClient client, IReadOnlyList<LiveAction> live, IReadOnlyList<DataAction> all)
{
    private readonly HashSet<string> _names = [.. all.Select(action => action.Version.ActionName)];

    /// <summary>The integration's actions that are none of the code's.</summary>
    public IReadOnlyList<LiveAction> Others(IReadOnlyList<PlannedAction> planned) =>
        [.. live.Where(action => !_names.Contains(action.Name) && !planned.Any(ours => ours.Live?.Id == action.Id))];

    public async Task<PlannedAction> PlanAsync(DataAction action, string? function, CancellationToken cancellationToken)
    {
        if (function is null)
        {
            return new(action, PublishStep.NoFunction, "its function's ARN is not known, so it is taken as not deployed");
        }

        var wanted = WantedAction.Of(action, function);
        return await FindAsync(wanted, function, cancellationToken) switch
        {
            [] => new(action, PublishStep.Create) { Wanted = wanted },
            [var found] => await CompareAsync(action, wanted, found, cancellationToken),
            var several => new(action, PublishStep.NotOurs, $"{several.Count} actions have this name: rename or delete all but one in Genesys Cloud"),
        };
    }

    /// <summary>The action by its name or, where someone has given it another, by its function and contract.</summary>
    public async Task<IReadOnlyList<LiveAction>> FindAsync(WantedAction wanted, string? function, CancellationToken cancellationToken)
    {
        List<LiveAction> found = [.. live.Where(action => action.Name == wanted.Name)];
        foreach (var renamed in found.Count == 0 ? live.Where(action => action.Url == function && function is not null && !_names.Contains(action.Name)) : [])
        {
            if (await renamed.PublishedAsync(client, cancellationToken) is { } state && wanted.ContractDrift(state).Count == 0)
            {
                found.Add(renamed);
            }
        }

        return found;
    }

    private async Task<PlannedAction> CompareAsync(DataAction action, WantedAction wanted, LiveAction found, CancellationToken cancellationToken)
    {
        var published = await found.PublishedAsync(client, cancellationToken);
        var draft = await found.DraftAsync(client, cancellationToken);
        return (published, draft) switch
        {
            (null, null) => new(action, PublishStep.Create) { Wanted = wanted },
            (null, { } unpublished) => ToDo(PublishStep.Finish, ["its draft was not published", .. wanted.Drift(unpublished), .. wanted.ContractDrift(unpublished)]),
            ({ } state, _) when wanted.ContractDrift(state) is { Count: > 0 } reasons => new(action, PublishStep.NewVersion, reasons) { Live = found },
            ({ } state, _) when wanted.Drift(state) is { Count: 0 } => new(action, PublishStep.None) { Live = found },
            ({ } state, { } begun) when !wanted.IsAsIn(begun) && !begun.IsSameAs(state) =>
                new(action, PublishStep.NotOurs, "someone has begun a draft of it in Genesys Cloud: publish that or delete it there") { Live = found },
            ({ } state, _) => ToDo(PublishStep.Update, wanted.Drift(state)),
        };

        PlannedAction ToDo(PublishStep step, IReadOnlyList<string> reasons) => new(action, step, reasons)
        {
            Wanted = wanted,
            Live = found,
            Draft = draft?.Version,
            DraftIsAsWanted = draft is not null && wanted.IsAsIn(draft),
        };
    }
}
