using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

// The query for statistics, with the names, required members and values that the classes of the same names have in
// MyPureCloud/platform-client-sdk-dotnet, build/src/PureCloudPlatform.Client.V2/Model.

internal sealed record ActionAggregationQuery(
    [property: Required] string? Interval,
    string? Granularity,
    string? TimeZone,
    [property: Dimension] List<string>? GroupBy,
    ActionAggregateQueryFilter? Filter,
    [property: Required, MinLength(1), OneOf("tTotalExecution")] List<string>? Metrics,
    bool? FlattenMultivaluedDimensions,
    JsonArray? Views,
    [property: OneOf("eventTime")] string? AlternateTimeDimension);

internal sealed record ActionAggregateQueryFilter(
    [property: Required, OneOf("and", "or")] string? Type,
    List<ActionAggregateQueryClause>? Clauses,
    List<ActionAggregateQueryPredicate>? Predicates);

internal sealed record ActionAggregateQueryClause(
    [property: Required, OneOf("and", "or")] string? Type,
    [property: Required] List<ActionAggregateQueryPredicate>? Predicates);

internal sealed record ActionAggregateQueryPredicate(
    [property: OneOf("dimension", "property", "metric")] string? Type,
    [property: Dimension] string? Dimension,
    [property: OneOf("matches", "exists", "notExists")] string? Operator,
    string? Value,
    NumericRange? Range);

internal sealed record NumericRange(double? Gt, double? Gte, double? Lt, double? Lte);

[AttributeUsage(AttributeTargets.Property)]
internal sealed class DimensionAttribute() : OneOfAttribute(
    "actionCategory", "actionId", "actionName", "correlationId", "errorType", "integrationId", "integrationName", "responseStatus");
