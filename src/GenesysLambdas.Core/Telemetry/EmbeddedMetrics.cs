using System.Text.Json;
using GenesysLambdas.Core.Answers;

namespace GenesysLambdas.Core.Telemetry;

/// <summary>The metrics of an invocation: members of its log line, and the <c>_aws</c> member by which CloudWatch finds them.</summary>
internal static class EmbeddedMetrics
{
    public const string Namespace = "GenesysLambdas";

    private static readonly (string Name, string Unit)[] ByLookup =
    [
        ("Duration", "Milliseconds"),
        ("ExternalApiDuration", "Milliseconds"),
        ("Success", "Count"),
        ("Errors", "Count"),
        ("Rejected", "Count"),
        ("ColdStart", "Count"),
    ];

    public static void Write(Utf8JsonWriter writer, Invocation invocation, AnswerStatus status, string stack, DateTimeOffset now)
    {
        WriteTargets(writer, invocation, status, stack);
        ReadOnlySpan<string> dimensions = stack.Length == 0 ? ["Lookup", "ErrorCode"] : ["Stack", "Lookup", "ErrorCode"];

        writer.WriteStartObject("_aws"u8);
        writer.WriteNumber("Timestamp"u8, now.ToUnixTimeMilliseconds());
        writer.WriteStartArray("CloudWatchMetrics"u8);
        WriteDirective(writer, dimensions[..^1], ByLookup);
        if (status.Outcome is not Outcome.Success)
        {
            WriteDirective(writer, dimensions, [(status.Outcome is Outcome.Rejected ? "Rejected" : "Errors", "Count")]);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // "Target members": what the directives refer to.
    private static void WriteTargets(Utf8JsonWriter writer, Invocation invocation, AnswerStatus status, string stack)
    {
        if (stack.Length > 0)
        {
            writer.WriteString("Stack"u8, stack);
        }

        writer.WriteString("Lookup"u8, invocation.Lookup);
        if (status.Outcome is not Outcome.Success)
        {
            writer.WriteString("ErrorCode"u8, status.ErrorCode);
        }

        writer.WriteNumber("Duration"u8, InvocationLog.Milliseconds(invocation.Duration));
        writer.WriteNumber("ExternalApiDuration"u8, InvocationLog.Milliseconds(invocation.Spent(Phase.ExternalApi)));
        writer.WriteNumber("Success"u8, status.Outcome is Outcome.Success ? 1 : 0);
        writer.WriteNumber("Errors"u8, status.Outcome is Outcome.Failed ? 1 : 0);
        writer.WriteNumber("Rejected"u8, status.Outcome is Outcome.Rejected ? 1 : 0);
        writer.WriteNumber("ColdStart"u8, invocation.ColdStart ? 1 : 0);
    }

    private static void WriteDirective(Utf8JsonWriter writer, ReadOnlySpan<string> dimensions, (string Name, string Unit)[] metrics)
    {
        writer.WriteStartObject();
        writer.WriteString("Namespace"u8, Namespace);
        writer.WriteStartArray("Dimensions"u8);
        writer.WriteStartArray();
        foreach (var dimension in dimensions)
        {
            writer.WriteStringValue(dimension);
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
        writer.WriteStartArray("Metrics"u8);
        foreach (var (name, unit) in metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("Name"u8, name);
            writer.WriteString("Unit"u8, unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
