using System.Globalization;
using System.Text.Json.Nodes;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>A call of a function, and whether its answer counts as an error.</summary>
internal sealed record Call(TimeSpan At, bool Failed);

/// <summary>An alarm of template.yaml on an expression over one metric, evaluated as CloudWatch does.</summary>
internal sealed class RateAlarm(JsonNode properties)
{
    private readonly JsonNode _expression = properties["Metrics"].Items().Single(query => query["Expression"] is not null);

    private readonly IReadOnlyList<JsonNode> _queries = [.. properties["Metrics"].Items().Where(query => query["MetricStat"] is not null)];

    /// <summary>The metrics that the expression is made of.</summary>
    public IEnumerable<JsonNode> Watched => _queries.Select(query => query["MetricStat"]!["Metric"]!);

    /// <summary>A lookup's alarm.</summary>
    public static RateAlarm Of(string lookup, string alarm)
    {
        var function = LookupUnderTest.Named(lookup).Contract.Function;
        return new(Template.Resources[function[..^"Function".Length] + alarm]!["Properties"]!);
    }

    /// <summary>
    /// When the alarm is raised, if it is. Each call is one sample of the metric. An alarm is evaluated every minute, over a window that slides along
    /// (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation-window.html).
    /// </summary>
    public TimeSpan? RaisedAt(IReadOnlyList<Call> calls)
    {
        var end = calls.Select(call => call.At).DefaultIfEmpty().Max() + TimeSpan.FromHours(2);
        for (var now = TimeSpan.Zero; now <= end; now += TimeSpan.FromMinutes(1))
        {
            if (IsInAlarm(now, calls))
            {
                return now;
            }
        }

        return null;
    }

    /// <summary>Whether the alarm is raised at a time.</summary>
    public bool IsInAlarm(TimeSpan now, IReadOnlyList<Call> calls)
    {
        var values = _queries.ToDictionary(query => query.Text("Id")!, query => Value(query["MetricStat"]!, now, calls), StringComparer.Ordinal);
        Assert.Equal("GreaterThanOrEqualToThreshold", properties.Text("ComparisonOperator"));
        Assert.Equal("1", properties.Text("EvaluationPeriods"));

        // Without a call there is no sample, and an expression over a metric without data has no value.
        return values.Values.Any(value => value is null)
            ? properties.Text("TreatMissingData") != "notBreaching"
            : MetricMath.Evaluate(_expression.Text("Expression")!, values.ToDictionary(value => value.Key, value => value.Value!.Value, StringComparer.Ordinal))
                >= double.Parse(properties.Text("Threshold")!, CultureInfo.InvariantCulture);
    }

    private static double? Value(JsonNode stat, TimeSpan now, IReadOnlyList<Call> calls)
    {
        var start = now - TimeSpan.FromSeconds(int.Parse(stat.Text("Period")!, CultureInfo.InvariantCulture));
        var samples = calls.Where(call => call.At > start && call.At <= now).ToList();
        return samples.Count == 0 ? null : stat.Text("Stat") switch
        {
            "Sum" => samples.Count(call => call.Failed),
            "SampleCount" => samples.Count,
            var other => throw new NotSupportedException(other),
        };
    }
}
