using System.Text;
using GenesysLambdas.Local.Page.Masking;
using GenesysLambdas.Tooling.Logs;

namespace GenesysLambdas.Local.Page.Calls;

/// <summary>The function's output during a call.</summary>
/// <param name="Own">The line that it logs for each event; null if it crashed, or if its output is not read.</param>
internal sealed record CallLog(IReadOnlyList<LogEntry> Lines, JsonElement? Own)
{
    public static CallLog Read(CallInProgress call, SecretMask mask)
    {
        var lines = call.Invocation.ReadLog().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(mask.Apply)
            .Select(line => new LogEntry(line, ObjectIn(line), LogLine.Readable([call.Lookup], line)))
            .ToList();
        return new(lines, lines.Select(line => line.Json).FirstOrDefault(json => UntrustedJson.Text(json, "requestId") == call.Invocation.RequestId));
    }

    public string? Text(string name) => UntrustedJson.Text(Own, name);

    public double Number(string name) => UntrustedJson.Number(Own, name) ?? 0;

    /// <summary>
    /// Metrics in the embedded metric format
    /// (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
    /// </summary>
    public IReadOnlyList<Metric> Metrics => Own is { } line && Directives(line) is { } directives
        ?
        [
            .. from directive in directives
               from metric in directive.Metrics
               where UntrustedJson.Number(line, metric.Name) is not null
               group metric by metric.Name into metrics
               select new Metric(metrics.Key, Number(metrics.Key), metrics.First().Unit),
        ]
        : [];

    private static JsonElement? ObjectIn(string line) =>
        UntrustedJson.Parse(Encoding.UTF8.GetBytes(line)) is { ValueKind: JsonValueKind.Object } json ? json : null;

    private static IReadOnlyList<Directive>? Directives(JsonElement line)
    {
        try
        {
            return line.TryGetProperty("_aws", out var aws) ? aws.Deserialize<Metadata>()?.CloudWatchMetrics : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Metadata(IReadOnlyList<Directive> CloudWatchMetrics);

    private sealed record Directive(IReadOnlyList<Definition> Metrics);

    private sealed record Definition(string Name, string Unit);
}

/// <param name="Json">Null if the line is not a JSON object.</param>
/// <param name="Readable">The line as a sentence, if a lookup wrote it.</param>
internal sealed record LogEntry(string Text, JsonElement? Json, string Readable);

internal sealed record Metric(string Name, double Value, string Unit);
