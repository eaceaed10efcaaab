using System.Text.Json;
using GenesysLambdas.Answers;

namespace GenesysLambdas.Telemetry;

/// <summary>The metrics of an invocation: members of its log line, and the <c>_aws</c> member that tells CloudWatch which they are.</summary>
internal static class EmbeddedMetrics
{
    public const string Namespace = "GenesysLambdas";

    private static readonly (string Name, string Unit)[] ByLookup =
    [
        ("Duration", "Milliseconds"),
        ("ExternalApiDuration", "Milliseconds"),
        ("Success", "Count"),
        ("Errors", "Count"),
        ("ColdStart", "Count"),
    ];

    private static readonly (string Name, string Unit)[] ByErrorCode = [("Errors", "Count")];

    public static void Write(Utf8JsonWriter writer, Invocation invocation, LookupOutputs outputs, DateTimeOffset now)
    {
        writer.WriteString("Lookup"u8, invocation.Lookup);
        writer.WriteNumber("Duration"u8, InvocationLog.Milliseconds(invocation.Duration));
        writer.WriteNumber("ExternalApiDuration"u8, InvocationLog.Milliseconds(invocation.Spent(Phase.ExternalApi)));
        writer.WriteNumber("Success"u8, outputs.Success ? 1 : 0);
        writer.WriteNumber("Errors"u8, outputs.Success ? 0 : 1);
        writer.WriteNumber("ColdStart"u8, invocation.ColdStart ? 1 : 0);

        writer.WriteStartObject("_aws"u8);
        writer.WriteNumber("Timestamp"u8, now.ToUnixTimeMilliseconds());
        writer.WriteStartArray("CloudWatchMetrics"u8);
        WriteDirective(writer, ["Lookup"], ByLookup);
        if (!outputs.Success)
        {
            WriteDirective(writer, ["Lookup", "ErrorCode"], ByErrorCode);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();

        if (!outputs.Success)
        {
            writer.WriteString("ErrorCode"u8, outputs.ErrorCode);
        }
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
