using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Publishing.Live;

/// <summary>Carries out what is planned for an action.</summary>
public sealed class Publisher(ActionDrafts drafts)
{
    /// <summary>Makes the draft as wanted, has it validated, and publishes it.</summary>
    /// <param name="planned">One that is to do.</param>
    /// <param name="draftOnly">Whether to stop before publishing.</param>
    /// <returns>What Genesys Cloud objects to, in which case the draft stays as it is; empty: nothing.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(PlannedAction planned, bool draftOnly, CancellationToken cancellationToken)
    {
        var (action, version) = await DraftAsync(planned, cancellationToken);
        var objections = await drafts.ValidateAsync(action, cancellationToken);
        if (objections.Count == 0 && !draftOnly)
        {
            await drafts.PublishAsync(action, version, cancellationToken);
        }

        return objections;
    }

    private async Task<(LiveAction Action, int Version)> DraftAsync(PlannedAction planned, CancellationToken cancellationToken)
    {
        var wanted = planned.Wanted!;
        if (planned.Live is not { } action)
        {
            return await drafts.CreateAsync(wanted.Name, wanted.Config, wanted.Contract, cancellationToken);
        }

        var version = planned.Draft ?? await drafts.OpenAsync(action, cancellationToken);
        if (!planned.DraftIsAsWanted)
        {
            // A contract that was published cannot change, and is the wanted one already.
            var contract = planned.Step == PublishStep.Finish ? wanted.Contract : null;
            version = await drafts.ChangeAsync(action, version, wanted.Name, wanted.Config, contract, cancellationToken);
        }

        return (action, version);
    }
}
