using System.Globalization;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Publishing.Live;

/// <summary>How often an action ran in the last 24 hours.</summary>
public sealed record ActionStatistics(long Calls, long Failures, TimeSpan Mean)
{
    // The value that public clients of this query expect.
    private const string NoError = "NONE";

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The statistics of an integration's actions, by the action's id. An action that did not run has none.</summary>
    public static async Task<IReadOnlyDictionary<string, ActionStatistics>> ReadAsync(
        PlatformClient client, Integration integration, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // ActionAggregationQuery in Genesys's SDKs.
        var query = new JsonObject
        {
            ["interval"] = $"{Format(now - Day)}/{Format(now)}",
            ["groupBy"] = new JsonArray("actionId", "errorType"),
            ["metrics"] = new JsonArray("tTotalExecution"),
            ["filter"] = new JsonObject
            {
                ["type"] = "and",
                ["predicates"] = new JsonArray(new JsonObject { ["dimension"] = "integrationId", ["value"] = integration.Id }),
            },
        };
        var request = PlatformRequest.Post(
            "/api/v2/analytics/actions/aggregates/query", query, "count the calls of the last 24 hours", Permissions.ViewActions);
        var reply = await client.SendAsync(request with { IsSafe = true }, cancellationToken);
        var rows = from result in reply.Objects("results")
                   from data in result.Objects("data")
                   from metric in data.Objects("metrics")
                   let action = result.Text("group", "actionId")
                   where action is not null
                   select (
                       Action: action,
                       IsFailure: result.Text("group", "errorType") is not (null or "" or NoError),
                       Count: metric.Value<long>("stats", "count") ?? 0,
                       Milliseconds: metric.Value<double>("stats", "sum") ?? 0);
        return rows.GroupBy(row => row.Action).ToDictionary(group => group.Key, group => Sum([.. group]));
    }

    private static ActionStatistics Sum(IReadOnlyList<(string Action, bool IsFailure, long Count, double Milliseconds)> rows)
    {
        var calls = rows.Sum(row => row.Count);
        return new(
            calls,
            rows.Where(row => row.IsFailure).Sum(row => row.Count),
            TimeSpan.FromMilliseconds(calls == 0 ? 0 : rows.Sum(row => row.Milliseconds) / calls));
    }

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
