using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Publishing.Live;

/// <summary>Compares the actions of the code with those of an integration.</summary>
public sealed class PublishPlan(PlatformClient client, IReadOnlyList<LiveAction> live, IReadOnlyList<DataAction> actions)
{
    private readonly HashSet<string> _names = [.. actions.Select(action => action.Version.ActionName)];

    internal IReadOnlyList<DataAction> Actions => actions;

    internal PlatformClient Client => client;

    /// <summary>The integration's actions that are not in the code.</summary>
    public IReadOnlyList<LiveAction> Others(IReadOnlyList<PlannedAction> planned) =>
        [.. live.Where(action => !_names.Contains(action.Name) && !planned.Any(ours => ours.Live?.Id == action.Id))];

    public async Task<PlannedAction> PlanAsync(DataAction action, string? function, CancellationToken cancellationToken)
    {
        if (function is null)
        {
            return new(action, PublishStep.NoFunction, "no ARN is given for its function");
        }

        var wanted = WantedAction.Of(action, function);
        return await FindAsync(wanted, function, cancellationToken) switch
        {
            [] => new(action, PublishStep.Create) { Wanted = wanted },
            [var found] => await CompareAsync(action, wanted, found, cancellationToken),
            var several => new(
                action,
                PublishStep.NotOurs,
                $"{several.Count} actions could be this one ({string.Join(", ", several.Select(live => $"'{live.Name}'"))}): "
                + "rename or delete the others in Genesys Cloud"),
        };
    }

    /// <summary>Finds an action by its name or, if it was renamed, by its function and contract.</summary>
    internal async Task<IReadOnlyList<LiveAction>> FindAsync(WantedAction wanted, string? function, CancellationToken cancellationToken)
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
        var inDraft = draft is null ? [] : wanted.Drift(draft);
        if (published is null)
        {
            var contractInDraft = draft is null ? [] : wanted.ContractDrift(draft);
            return draft is null
                ? new(action, PublishStep.Create) { Wanted = wanted }
                : ToDo(
                    PublishStep.Finish,
                    inDraft.Count + contractInDraft.Count == 0,
                    ["its draft was not published", .. inDraft, .. contractInDraft.Select(change => change.Description)]);
        }

        var drift = wanted.Drift(published);
        var contract = wanted.ContractDrift(published);
        var harmless = contract.Select(change => change.Marked);
        return contract.Any(change => change.IsBreaking)
            ? new(action, PublishStep.NewVersion, [.. contract.Select(change => change.Description)]) { Live = found }
            : drift.Count == 0 ? new(action, PublishStep.None, [.. harmless]) { Live = found }
            : draft is not null && inDraft.Count > 0 && !draft.IsSameAs(published)
                ? new(action, PublishStep.NotOurs, "someone has started a draft of it in Genesys Cloud: publish or delete that draft there") { Live = found }
            : ToDo(PublishStep.Update, inDraft.Count == 0, [.. drift, .. harmless]);

        PlannedAction ToDo(PublishStep step, bool draftIsAsWanted, IReadOnlyList<string> reasons) =>
            new(action, step, reasons) { Wanted = wanted, Live = found, Draft = draft?.Version, DraftIsAsWanted = draft is not null && draftIsAsWanted };
    }
}
