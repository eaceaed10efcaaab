using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Publishing.Live;

/// <summary>Where an action is, and whether it is the same everywhere.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Its committed file: <c>same</c> as the code, <c>out of date</c> or <c>missing</c>.</param>
/// <param name="Live">What Genesys Cloud has: <c>published</c>, <c>draft</c> and others.</param>
/// <param name="Differences">How Genesys Cloud's differs from the code's.</param>
/// <param name="Agrees">Whether all is as it should be.</param>
/// <param name="Statistics">Its calls; null: none.</param>
public sealed record ActionStatus(string Name, string File, string Live, IReadOnlyList<string> Differences, bool Agrees, ActionStatistics? Statistics = null)
{
    private const string Same = "same";

    /// <param name="function">The ARN of its function; null: it is not known, so the action need not be in Genesys Cloud.</param>
    /// <param name="file">Its committed file: <see cref="FileState"/>.</param>
    public static async Task<ActionStatus> ReadAsync(
        PlatformClient client, PublishPlan plan, DataAction action, string? function, string file,
        IReadOnlyDictionary<string, ActionStatistics> statistics, CancellationToken cancellationToken)
    {
        var wanted = WantedAction.Of(action, function);
        var found = await plan.FindAsync(wanted, function, cancellationToken);
        if (found is not [var live])
        {
            return found.Count == 0
                ? new(wanted.Name, file, function is null ? "not deployed" : "missing", [], file == Same && function is null)
                : new(wanted.Name, file, $"{found.Count} candidates", [], Agrees: false);
        }

        var published = await live.PublishedAsync(client, cancellationToken);
        var draft = await live.DraftAsync(client, cancellationToken);
        var drift = (published ?? draft) is { } state ? wanted.Drift(state) : [];
        var contract = (published ?? draft) is { } same ? wanted.ContractDrift(same) : [];
        var agrees = file == Same && published is not null && drift.Count == 0 && !contract.Any(change => change.IsBreaking);
        var where = (published, draft) switch
        {
            (null, _) => "draft",
            (_, { } begun) when !begun.IsSameAs(published) => "published + draft",
            _ => "published",
        };
        string[] differences = [.. drift, .. contract.Select(change => change.Marked)];
        return new(wanted.Name, file, where, differences, agrees, statistics.GetValueOrDefault(live.Id));
    }

    /// <summary>Compares an action's committed file with the code.</summary>
    /// <param name="folder">The folder of the files.</param>
    public static string FileState(DataAction action, ActionFiles files, string folder) =>
        ActionCheck.OutOfDate([action], files, folder).Count == 0 ? Same
        : files.Kept.Any(kept => kept.Version == action.Version) ? "out of date"
        : "missing";
}
