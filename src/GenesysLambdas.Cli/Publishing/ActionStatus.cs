using GenesysLambdas.Cli.Actions;
using GenesysLambdas.Cli.Platform;

namespace GenesysLambdas.Cli.Publishing;

/// <summary>Where an action is, and whether it is the same everywhere.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Its committed file: <c>same</c> as the code, <c>out of date</c> or <c>missing</c>.</param>
/// <param name="Live">What Genesys Cloud has: <c>published</c>, <c>draft</c> and others.</param>
/// <param name="Drift">How Genesys Cloud's differs from the code's.</param>
/// <param name="Agrees">Whether all is as it should be.</param>
/// <param name="Statistics">Its calls; null: none.</param>
internal sealed record ActionStatus(string Name, string File, string Live, IReadOnlyList<string> Drift, bool Agrees, ActionStatistics? Statistics = null)
{
    private const string Same = "same";

    /// <param name="function">The ARN of its function; null: it is not compared.</param>
    /// <param name="isDeployed">Whether it has to be in Genesys Cloud.</param>
    /// <param name="outOfDate">How its committed file differs from the code.</param>
    public static async Task<ActionStatus> ReadAsync(
        PlatformClient client, PublishPlan plan, DataAction action, string? function, bool isDeployed, IReadOnlyList<string> outOfDate,
        IReadOnlyDictionary<string, ActionStatistics> statistics, CancellationToken cancellationToken)
    {
        var wanted = WantedAction.Of(action, function);
        var file = outOfDate.Count == 0 ? Same : outOfDate[0].EndsWith("is missing.", StringComparison.Ordinal) ? "missing" : "out of date";
        var found = await plan.FindAsync(wanted, function, cancellationToken);
        if (found is not [var live])
        {
            return found.Count == 0
                ? new(wanted.Name, file, isDeployed ? "missing" : "not deployed", [], file == Same && !isDeployed)
                : new(wanted.Name, file, $"{found.Count} of this name", [], Agrees: false);
        }

        var published = await live.PublishedAsync(client, cancellationToken);
        var draft = await live.DraftAsync(client, cancellationToken);
        IReadOnlyList<string> drift = (published ?? draft) is { } state ? [.. wanted.Drift(state), .. wanted.ContractDrift(state)] : [];
        var where = (published, draft) switch
        {
            (null, _) => "draft",
            (_, { } begun) when !begun.IsSameAs(published) => "published, with a draft",
            _ => "published",
        };
        return new(wanted.Name, file, where, drift, file == Same && published is not null && drift.Count == 0, statistics.GetValueOrDefault(live.Id));
    }
}
