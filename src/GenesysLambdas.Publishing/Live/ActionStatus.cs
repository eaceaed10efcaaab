using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Publishing.Live;

/// <summary>The state of an action in the code, in its file and in Genesys Cloud.</summary>
/// <param name="File">Its committed file: <c>same</c> as the code, <c>out of date</c> or <c>missing</c>.</param>
/// <param name="Live">What Genesys Cloud has: <c>published</c>, <c>draft</c> and others.</param>
/// <param name="Differences">How the action in Genesys Cloud differs from the code.</param>
/// <param name="Agrees">True if everything is up to date.</param>
public sealed record ActionStatus(string Name, string File, string Live, IReadOnlyList<string> Differences, bool Agrees)
{
    private const string Same = "same";

    public ActionStatistics? Statistics { get; private init; }

    /// <param name="functions">The functions' ARNs; null if unknown, in which case no action is required to be in Genesys Cloud.</param>
    public static async Task<IReadOnlyList<ActionStatus>> ReadAllAsync(
        PublishPlan plan,
        ActionFiles files,
        FunctionArns? functions,
        IReadOnlyDictionary<string, ActionStatistics> statistics,
        CancellationToken cancellationToken)
    {
        var all = new List<ActionStatus>();
        foreach (var action in plan.Actions)
        {
            var file = files.OutOfDate(action).Count == 0 ? Same : files.Find(action.Version) is null ? "missing" : "out of date";
            var function = functions?.Find(action.Lookup);
            var wanted = WantedAction.Of(action, function);
            all.Add(await plan.FindAsync(wanted, function, cancellationToken) switch
            {
                [var live] => await CompareAsync(wanted, live, file) with { Statistics = statistics.GetValueOrDefault(live.Id) },
                [] => new(wanted.Name, file, function is null ? "not deployed" : "missing", [], file == Same && function is null),
                var several => new(wanted.Name, file, $"{several.Count} candidates", [], Agrees: false),
            });
        }

        return all;

        async Task<ActionStatus> CompareAsync(WantedAction wanted, LiveAction live, string file) => Compare(
            wanted, file, await live.PublishedAsync(plan.Client, cancellationToken), await live.DraftAsync(plan.Client, cancellationToken));
    }

    private static ActionStatus Compare(WantedAction wanted, string file, ActionState? published, ActionState? draft)
    {
        var (drift, contract) = (published ?? draft) is { } state ? (wanted.Drift(state), wanted.ContractDrift(state)) : ([], []);
        var where = (published, draft) switch
        {
            (null, _) => "draft",
            (_, { } begun) when !begun.IsSameAs(published) => "published + draft",
            _ => "published",
        };
        var agrees = file == Same && published is not null && drift.Count == 0 && !contract.Any(change => change.IsBreaking);
        return new(wanted.Name, file, where, [.. drift, .. contract.Select(change => change.Marked)], agrees);
    }
}
