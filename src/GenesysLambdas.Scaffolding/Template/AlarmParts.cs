namespace GenesysLambdas.Scaffolding.Template;

/// <summary>The alarms of a function.</summary>
internal static class AlarmParts
{
    // The template's first alarm, so AlarmTopic is defined here.
    private const string Errors = """

                AlarmDescription: "A caller got no answer: the function crashed or timed out."
                Namespace: AWS/Lambda
                MetricName: Errors
                Statistic: Sum
                Period: 300
                EvaluationPeriods: 1
                ComparisonOperator: GreaterThanOrEqualToThreshold
                Threshold: 1
                TreatMissingData: notBreaching
                AlarmActions: &AlarmTopic !If [HasAlarmTopic, [!Ref AlarmTopicArn], !Ref AWS::NoValue]
                OKActions: *AlarmTopic
        """;

    private const string Failures = """

                AlarmDescription: "At least a tenth of the calls within 5 minutes failed, and at least 5: the metric Errors by ErrorCode says why."
                EvaluationPeriods: 1
                ComparisonOperator: GreaterThanOrEqualToThreshold
                Threshold: 10
                TreatMissingData: notBreaching
                AlarmActions: *AlarmTopic
                OKActions: *AlarmTopic
        """;

    private const string FailureRate = """{Id: rate, ReturnData: true, Label: Failed calls in percent, Expression: "IF(errors >= 5, 100 * errors / calls, 0)"}""";

    private const string Outage = """

                AlarmDescription: "At least half of the calls within an hour failed, and at least 2: the metric Errors by ErrorCode says why."
                EvaluationPeriods: 1
                ComparisonOperator: GreaterThanOrEqualToThreshold
                Threshold: 50
                TreatMissingData: notBreaching
                AlarmActions: *AlarmTopic
                OKActions: *AlarmTopic
        """;

    private const string OutageRate = """{Id: rate, ReturnData: true, Label: Failed calls in percent, Expression: "IF(errors >= 2, 100 * errors / calls, 0)"}""";

    private const string Throttles = """

                AlarmDescription: "A caller got no answer: Lambda refused to run the function because too many were running."
                Namespace: AWS/Lambda
                MetricName: Throttles
                Statistic: Sum
                Period: 300
                EvaluationPeriods: 1
                ComparisonOperator: GreaterThanOrEqualToThreshold
                Threshold: 1
                TreatMissingData: notBreaching
                AlarmActions: *AlarmTopic
                OKActions: *AlarmTopic
        """;

    private const string Duration = """

                AlarmDescription: "Callers wait almost as long as the function may run, 10 seconds."
                Namespace: AWS/Lambda
                MetricName: Duration
                ExtendedStatistic: p95
                Period: 300
                EvaluationPeriods: 1
                ComparisonOperator: GreaterThanThreshold
                Threshold: 8000
                TreatMissingData: notBreaching
                AlarmActions: *AlarmTopic
                OKActions: *AlarmTopic
        """;

    public static string Alarms(LookupContract lookup, Anchors anchors) => $"""
        {OnLambda(lookup, anchors, "ErrorsAlarm", Errors)}
        {OnRate(lookup, anchors, "FailuresAlarm", Failures, anchors.Use(nameof(FailureRate), FailureRate), 300, ErrorsMetric(lookup, anchors))}
        {OnRate(lookup, anchors, "OutageAlarm", Outage, anchors.Use(nameof(OutageRate), OutageRate), 3600, $"*{lookup.Stem()}Errors")}
        {OnLambda(lookup, anchors, "ThrottlesAlarm", Throttles)}
        {OnLambda(lookup, anchors, "DurationAlarm", Duration)}
        """;

    /// <summary>An alarm on one of the metrics that Lambda writes of a function.</summary>
    private static string OnLambda(LookupContract lookup, Anchors anchors, string alarm, string properties) => $$"""
          {{lookup.Stem()}}{{alarm}}:
            Type: AWS::CloudWatch::Alarm
            Condition: {{ConditionParts.Deploy(lookup)}}
            Properties:
              <<: {{anchors.Use(alarm, properties)}}
              Dimensions: [{Name: FunctionName, Value: !Ref {{lookup.Function}}}]

        """;

    /// <summary>An alarm on the failures among the calls of some seconds, by the metric that the function writes of itself.</summary>
    private static string OnRate(LookupContract lookup, Anchors anchors, string alarm, string properties, string rate, int seconds, string errors) => $$$$"""
          {{{{lookup.Stem()}}}}{{{{alarm}}}}:
            Type: AWS::CloudWatch::Alarm
            Condition: {{{{ConditionParts.Deploy(lookup)}}}}
            Properties:
              <<: {{{{anchors.Use(alarm, properties)}}}}
              Metrics:
                - {{{{rate}}}}
                - {Id: errors, ReturnData: false, MetricStat: {Stat: Sum, Period: {{{{seconds}}}}, Metric: {{{{errors}}}}}}
                - {Id: calls, ReturnData: false, MetricStat: {Stat: SampleCount, Period: {{{{seconds}}}}, Metric: *{{{{lookup.Stem()}}}}Errors}}

        """;

    private static string ErrorsMetric(LookupContract lookup, Anchors anchors)
    {
        var stack = anchors.Use("Stack", "{Name: Stack, Value: !Ref AWS::StackName}");
        return $$"""&{{lookup.Stem()}}Errors {Namespace: GenesysLambdas, MetricName: Errors, Dimensions: [{{stack}}, {Name: Lookup, Value: {{lookup.Name}}}]}""";
    }
}
