namespace GenesysLambdas.Core.Telemetry;

/// <summary>The metrics of an invocation: members of its log line, and the <c>_aws</c> member that tells CloudWatch where they are.</summary>
internal static class EmbeddedMetrics
{
    public const string Namespace = "GenesysLambdas";

    private const string ByLookup =
        """{"Name":"Duration","Unit":"Milliseconds"},{"Name":"ExternalApiDuration","Unit":"Milliseconds"},{"Name":"Success","Unit":"Count"},"""
        + """{"Name":"Errors","Unit":"Count"},{"Name":"Rejected","Unit":"Count"},{"Name":"ColdStart","Unit":"Count"}""";

    public static void Write(Utf8JsonWriter writer, Invocation invocation, AnswerStatus status, string stack, DateTimeOffset now)
    {
        WriteTargets(writer, invocation, status, stack);
        var dimensions = stack.Length == 0 ? "\"Lookup\"" : "\"Stack\",\"Lookup\"";
        var counted = status.Outcome is Outcome.Rejected ? "Rejected" : "Errors";
        var byErrorCode = status.Outcome is Outcome.Success
            ? ""
            : "," + Directive($"{dimensions},\"ErrorCode\"", $$"""{"Name":"{{counted}}","Unit":"Count"}""");
        writer.WritePropertyName("_aws"u8);
        writer.WriteRawValue(
            $$"""{"Timestamp":{{now.ToUnixTimeMilliseconds()}},"CloudWatchMetrics":[{{Directive(dimensions, ByLookup)}}{{byErrorCode}}]}""",
            skipInputValidation: true);
    }

    private static string Directive(string dimensions, string metrics) =>
        $$"""{"Namespace":"{{Namespace}}","Dimensions":[[{{dimensions}}]],"Metrics":[{{metrics}}]}""";

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
}
