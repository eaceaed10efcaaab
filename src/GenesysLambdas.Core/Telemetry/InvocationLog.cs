using System.Buffers;
using System.Globalization;
using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.Core.Telemetry;

/// <summary>What is logged about the end of an invocation.</summary>
/// <param name="Failure">What went wrong; null on success.</param>
internal sealed record InvocationReport(AnswerStatus Status, Failure? Failure = null, Exception? Cause = null)
{
    /// <summary>What happened; null for a lookup's usual message.</summary>
    public string? Message { get; init; }

    /// <summary>The names of the outputs that were too long.</summary>
    public IReadOnlyList<string> CutOutputs { get; init; } = [];
}

/// <summary>
/// Writes one JSON line per invocation. It also contains the CloudWatch metrics in the embedded metric format
/// (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
/// It contains no input, output or secret, and no exception message, which might quote one.
/// </summary>
/// <param name="output">The process's standard output. Lambda logs a line of JSON as is.</param>
/// <param name="settings">For <c>METRICS_STACK</c>, the stack that the function belongs to.</param>
internal sealed class InvocationLog(Stream output, SettingsReader settings, TimeProvider time)
{
    private readonly LogOutput _output = new(output);
    private readonly Lazy<string> _stack = new(() => settings.Text(HostSettings.MetricsStack));

    /// <summary>Writes an invocation's line. It does not throw, and waits only briefly if nobody reads the log.</summary>
    public Task WriteAsync(Invocation invocation, InvocationReport report)
    {
        var line = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            WriteEvent(writer, invocation, report);
            WriteFailure(writer, report.Failure);
            WriteCause(writer, report.Cause);
            WriteIfAny(writer, "cutOutputs", report.CutOutputs);
            EmbeddedMetrics.Write(writer, invocation, report.Status, _stack.Value, time.GetUtcNow());
            writer.WriteEndObject();
        }

        line.Write("\n"u8);
        // At most half of the remaining time: the other half is for posting the answer.
        return _output.WriteAsync(line.WrittenMemory, invocation.TimeLeft / 2);
    }

    private void WriteEvent(Utf8JsonWriter writer, Invocation invocation, InvocationReport report)
    {
        writer.WriteString("timestamp"u8, time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        WriteOutcome(writer, report.Status.Outcome, report.Message);
        writer.WriteString("requestId"u8, invocation.AwsRequestId);
        WriteIfAny(writer, "callerRequestId", invocation.Origin.RequestId);
        WriteIfAny(writer, "conversationId", invocation.Origin.ConversationId);
        WriteIfAny(writer, "correlationId", invocation.Origin.CorrelationId);
        WriteIfAny(writer, "traceId", invocation.TraceId);
        writer.WriteNumber("statusCode"u8, report.Status.StatusCode);
        writer.WriteNumber("attempts"u8, invocation.Attempts);
        writer.WriteNumber("secretMs"u8, Milliseconds(invocation.Spent(Phase.Secret)));
        writer.WriteBoolean("coldStart"u8, invocation.ColdStart);
    }

    private static void WriteOutcome(Utf8JsonWriter writer, Outcome outcome, string? message)
    {
        var (level, ofLookup, name) = outcome switch
        {
            Outcome.Success => ("INFO", "Lookup answered", "success"),
            Outcome.Rejected => ("WARN", "Lookup rejected", "rejected"),
            _ => ("ERROR", "Lookup failed", "failure"),
        };
        writer.WriteString("level"u8, level);
        writer.WriteString("message"u8, message ?? ofLookup);
        writer.WriteString("outcome"u8, name);
    }

    private static void WriteFailure(Utf8JsonWriter writer, Failure? failure)
    {
        WriteIfAny(writer, "reason", failure?.Detail ?? failure?.Reason);
        WriteIfAny(writer, "subject", failure?.Subject);
        WriteIfAny(writer, "replyPath", failure?.ReplyPath);
        if (failure?.ExternalStatus is { } status)
        {
            writer.WriteNumber("externalStatus"u8, status);
        }
    }

    private static void WriteCause(Utf8JsonWriter writer, Exception? cause)
    {
        if (cause is null)
        {
            return;
        }

        var causes = new List<string>();
        for (var e = cause; e is not null; e = e.InnerException)
        {
            causes.Add(e.GetType().ToString());
        }

        WriteIfAny(writer, "causes", causes);
        if (cause is not LookupException)
        {
            writer.WriteString("stackTrace"u8, cause.StackTrace);
        }
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }
    }

    internal static double Milliseconds(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 3);
}
