namespace GenesysLambdas.Scaffolding.Template;

internal static class AlarmParts
{
    private const string AtLeast = "GreaterThanOrEqualToThreshold";

    // The template's first alarm, so AlarmTopic is defined here.
    private static readonly Alarm Errors = new("Errors", "A caller got no answer: the function crashed or timed out.", AtLeast, 1)
    {
        Topic = "&AlarmTopic !If [HasAlarmTopic, [!Ref AlarmTopicArn], !Ref AWS::NoValue]",
        Statistic = "Statistic: Sum",
    };

    private static readonly Alarm Failures = new(
        "Failures", "At least 10% of the calls within 5 minutes failed, and at least 5. The metric Errors by ErrorCode shows why.", AtLeast, 10);

    private static readonly Alarm Outage = new(
        "Outage", "At least 50% of the calls within an hour failed, and at least 2. The metric Errors by ErrorCode shows why.", AtLeast, 50);

    private static readonly Alarm Throttles = new(
        "Throttles", "A caller got no answer: Lambda refused to run the function because too many were running.", AtLeast, 1)
    { Statistic = "Statistic: Sum" };

    private static readonly Alarm Duration = new(
        "Duration", "Calls take nearly as long as the function's timeout, 10 seconds.", "GreaterThanThreshold", 8000)
    { Statistic = "ExtendedStatistic: p95" };

    public static string Alarms(LookupContract lookup, Anchors anchors) => $"""
        {OnLambda(lookup, anchors, Errors)}
        {OnRate(lookup, anchors, Failures, new Rate("FailureRate", Seconds: 300, MinErrors: 5), ErrorsMetric(lookup, anchors))}
        {OnRate(lookup, anchors, Outage, new Rate("OutageRate", Seconds: 3600, MinErrors: 2), $"*{lookup.Stem()}Errors")}
        {OnLambda(lookup, anchors, Throttles)}
        {OnLambda(lookup, anchors, Duration)}
        """;

    private static string OnLambda(LookupContract lookup, Anchors anchors, Alarm alarm) => $$"""
        {{Head(lookup, anchors, alarm)}}
              Dimensions: [{Name: FunctionName, Value: !Ref {{lookup.Function}}}]

        """;

    private static string OnRate(LookupContract lookup, Anchors anchors, Alarm alarm, Rate rate, string errors) => $$$$"""
        {{{{Head(lookup, anchors, alarm)}}}}
              Metrics:
                - {{{{anchors.Use(rate.Anchor, rate.Expression)}}}}
                - {Id: errors, ReturnData: false, MetricStat: {Stat: Sum, Period: {{{{rate.Seconds}}}}, Metric: {{{{errors}}}}}}
                - {Id: calls, ReturnData: false, MetricStat: {Stat: SampleCount, Period: {{{{rate.Seconds}}}}, Metric: *{{{{lookup.Stem()}}}}Errors}}

        """;

    private static string Head(LookupContract lookup, Anchors anchors, Alarm alarm) => $"""
          {lookup.Stem()}{alarm.Name}Alarm:
            Type: AWS::CloudWatch::Alarm
            Condition: {ConditionParts.Deploy(lookup)}
            Properties:
              <<: {anchors.Use(alarm.Name + "Alarm", alarm.Properties)}
        """;

    private static string ErrorsMetric(LookupContract lookup, Anchors anchors)
    {
        var (errors, stack) = (lookup.Stem() + "Errors", anchors.Use("Stack", "{Name: Stack, Value: !Ref AWS::StackName}"));
        return $$"""&{{errors}} {Namespace: GenesysLambdas, MetricName: Errors, Dimensions: [{{stack}}, {Name: Lookup, Value: {{lookup.Name}}}]}""";
    }

    private sealed record Rate(string Anchor, int Seconds, int MinErrors)
    {
        public string Expression =>
            $$"""{Id: rate, ReturnData: true, Label: Failed calls in percent, Expression: "IF(errors >= {{MinErrors}}, 100 * errors / calls, 0)"}""";
    }

    private sealed record Alarm(string Name, string Description, string Comparison, int Threshold)
    {
        /// <summary>The statistic of Lambda's metric with the alarm's name; empty for other metrics.</summary>
        public string Statistic { get; init; } = "";

        public string Topic { get; init; } = "*AlarmTopic";

        public string Properties => $"""

                    AlarmDescription: "{Description}"
            {Metric}        EvaluationPeriods: 1
                    ComparisonOperator: {Comparison}
                    Threshold: {Threshold}
                    TreatMissingData: notBreaching
                    AlarmActions: {Topic}
                    OKActions: *AlarmTopic
            """;

        private string Metric => Statistic.Length == 0 ? "" : $"""
                    Namespace: AWS/Lambda
                    MetricName: {Name}
                    {Statistic}
                    Period: 300

            """;
    }
}
