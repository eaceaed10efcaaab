using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// The statistics of actions: build/docs/AnalyticsApi.md and <c>ActionAggregateQueryResponse</c> of
/// MyPureCloud/platform-client-sdk-dotnet; intervals as splunk/genesys_cloud_ta reads them. Times are milliseconds.
/// </summary>
/// <remarks>
/// Not in public sources: that there are no <c>results</c> at all where nothing ran, and that a group lacks a dimension without
/// a value. That the error type of a success is NONE is what public clients of this query expect.
/// </remarks>
internal sealed class PlatformAnalytics(PlatformState state)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public IEnumerable<PlatformOperation> Operations => [new("POST", "/api/v2/analytics/actions/aggregates/query", PlatformActions.View, Query)];

    private PlatformReply Query(PlatformCall call)
    {
        var query = PlatformBody.Read<ActionAggregationQuery>(call.Body);
        if (query.Views is { Count: > 0 })
        {
            throw new PlatformException(new(501, "not.implemented", "The stand-in has no views."));
        }

        var (start, end) = Interval(query.Interval!);
        var step = Granularity(query.Granularity) ?? end - start;
        var results = state.Executions
            .Where(execution => execution.At >= start && execution.At < end)
            .Select(execution => (Execution: execution, Dimensions: Dimensions(execution)))
            .Where(row => Matches(query.Filter, row.Dimensions))
            .GroupBy(row => string.Join('\n', (query.GroupBy ?? []).Select(dimension => row.Dimensions[dimension])), StringComparer.Ordinal)
            .Select(group => new JsonObject
            {
                ["group"] = Group(query.GroupBy ?? [], group.First().Dimensions),
                ["data"] = new JsonArray([.. group
                    .GroupBy(row => (int)((row.Execution.At - start) / step))
                    .OrderBy(part => part.Key)
                    .Select(part => Data(start + (part.Key * step), step, [.. part.Select(row => row.Execution.Duration.TotalMilliseconds)]))]),
            })
            .ToArray<JsonNode>();
        return new(results.Length == 0 ? new JsonObject() : new JsonObject { ["results"] = new JsonArray(results) });
    }

    private Dictionary<string, string?> Dimensions(PlatformExecution execution)
    {
        var action = state.Action(execution.ActionId);
        var content = (action.Published ?? action.Draft)!;
        return new(StringComparer.Ordinal)
        {
            ["actionId"] = action.Id,
            ["actionName"] = action.Name,
            ["actionCategory"] = (string?)content["category"],
            ["integrationId"] = (string?)content["integrationId"],
            ["integrationName"] = state.Integration((string?)content["integrationId"])?.Name,
            ["responseStatus"] = execution.ResponseStatus,
            ["errorType"] = execution.ErrorType,
            ["correlationId"] = execution.CorrelationId,
        };
    }

    private static JsonObject Group(List<string> by, Dictionary<string, string?> dimensions) => new(by
        .Where(dimension => dimensions[dimension] is not null)
        .Select(dimension => KeyValuePair.Create(dimension, (JsonNode?)dimensions[dimension])));

    private static JsonObject Data(DateTimeOffset start, TimeSpan step, double[] milliseconds) => new()
    {
        ["interval"] = $"{Text(start)}/{Text(start + step)}",
        ["metrics"] = new JsonArray(new JsonObject
        {
            ["metric"] = "tTotalExecution",
            ["stats"] = new JsonObject { ["max"] = milliseconds.Max(), ["min"] = milliseconds.Min(), ["count"] = milliseconds.Length, ["sum"] = milliseconds.Sum() },
        }),
    };

    private static bool Matches(ActionAggregateQueryFilter? filter, Dictionary<string, string?> dimensions) => filter is null
        || All(filter.Type!, (filter.Predicates ?? []).Select(predicate => Matches(predicate, dimensions)).Concat(
            (filter.Clauses ?? []).Select(clause => All(clause.Type!, clause.Predicates!.Select(predicate => Matches(predicate, dimensions))))));

    private static bool Matches(ActionAggregateQueryPredicate predicate, Dictionary<string, string?> dimensions)
    {
        if (predicate is not { Type: null or "dimension", Dimension: { } dimension, Range: null })
        {
            throw PlatformBody.Refused(new ErrorDetail("invalid", "filter.predicates"));
        }

        return predicate.Operator switch
        {
            "exists" => dimensions[dimension] is not null,
            "notExists" => dimensions[dimension] is null,
            _ => dimensions[dimension] == predicate.Value,
        };
    }

    private static bool All(string type, IEnumerable<bool> parts) => type == "and" ? parts.All(part => part) : parts.Any(part => part);

    private static (DateTimeOffset Start, DateTimeOffset End) Interval(string interval) =>
        interval.Split('/') is [var from, var to] && Time(from) is { } start && Time(to) is { } end && start < end
            ? (start, end)
            : throw PlatformBody.Refused(new ErrorDetail("invalid", "interval"));

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static TimeSpan? Granularity(string? period)
    {
        try
        {
            return period is null ? null : XmlConvert.ToTimeSpan(period) is var step && step > TimeSpan.Zero ? step : throw new FormatException();
        }
        catch (FormatException)
        {
            throw PlatformBody.Refused(new ErrorDetail("invalid", "granularity"));
        }
    }
}
