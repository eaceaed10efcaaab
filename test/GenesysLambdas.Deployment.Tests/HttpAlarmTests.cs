using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenesysLambdas.Deployment.Tests.Support;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>When the HTTP API raises an alarm. A call "fails" here if the alarm's first metric counts it.</summary>
public sealed partial class HttpAlarmTests
{
    private static readonly string[] Alarms = ["HttpApiErrorsAlarm", "HttpApiRefusalsAlarm", "HttpApiRefusalsOutageAlarm"];

    [Theory]
    [InlineData("none", false)]
    [InlineData("token", true)]
    [InlineData("jwt", true)]
    public void Every_HTTP_API_has_the_alarms_whoever_checks_its_callers(string access, bool has) => Assert.All(
        [.. Alarms, "HttpApiRefusals"],
        resource => Assert.Equal(has, Rules.Holds(Template.Resources[resource]!.Text("Condition")!, ("HttpAccess", access))));

    [Fact]
    public void Their_alarms_go_to_the_usual_topic() => Assert.All(Alarms, alarm => Assert.All(["AlarmActions", "OKActions"], actions => Assert.Equal(
        Template.Resources["UserLookupErrorsAlarm"]!["Properties"]![actions]!.ToJsonString(),
        Template.Resources[alarm]!["Properties"]![actions]!.ToJsonString())));

    /// <summary>docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html: 5xx and Count by ApiId are there without being enabled.</summary>
    [Fact]
    public void They_watch_the_APIs_own_metrics()
    {
        Assert.Equal(["AWS/ApiGateway 5xx", "AWS/ApiGateway Count"], Watched("HttpApiErrorsAlarm"));
        Assert.All(["HttpApiRefusalsAlarm", "HttpApiRefusalsOutageAlarm"], alarm => Assert.Equal(["GenesysLambdas/${AWS::StackName} HttpRefusals", "AWS/ApiGateway Count"], Watched(alarm)));
        Assert.All(Alarms.SelectMany(alarm => Alarm(alarm).Watched).Where(metric => metric["Namespace"] is JsonValue), metric =>
            Assert.Equal("""[{"Name":"ApiId","Value":{"Ref":"HttpApi"}}]""", metric["Dimensions"]!.ToJsonString()));

        static IEnumerable<string> Watched(string alarm) =>
            Alarm(alarm).Watched.Select(metric => $"{metric["Namespace"] switch { JsonValue name => name.GetValue<string>(), var name => name!.Text("Fn::Sub") }} {metric.Text("MetricName")}");
    }

    /// <summary>Of the access log's lines, in which a status is a text. 404 is what strangers get, and 400 and 404 may be answers.</summary>
    [Theory]
    [InlineData("401", true)]
    [InlineData("403", true)]
    [InlineData("429", true)]
    [InlineData("200", false)]
    [InlineData("400", false)]
    [InlineData("404", false)]
    [InlineData("500", false)]
    [InlineData("503", false)]
    public void A_call_counts_as_refused_by_its_status_in_the_access_log(string status, bool refused)
    {
        var filter = Template.Resources["HttpApiRefusals"]!["Properties"]!;
        var transformation = Assert.Single(filter["MetricTransformations"].Items());
        var format = JsonNode.Parse(Template.Resources["HttpApiStage"]!["Properties"]!["AccessLogSettings"]!.Text("Format")!.Replace("$context.status", status, StringComparison.Ordinal))!;

        Assert.Equal("""{"Ref":"HttpApiLogs"}""", filter["LogGroupName"]!.ToJsonString());
        Assert.Equal(("HttpRefusals", "1"), (transformation.Text("MetricName"), transformation.Text("MetricValue")));
        Assert.Equal(refused, Matches(filter.Text("FilterPattern")!, format));
    }

    [Theory]
    [InlineData("200")]
    [InlineData("answer")]
    public void A_busy_day_without_a_failure_raises_no_alarm(string status) =>
        Assert.All(Alarms, alarm => Assert.Null(Alarm(alarm, status).RaisedAt(Calls(6000, every: 1, failed: _ => false))));

    [Fact]
    public void No_calls_at_all_raise_no_alarm() => Assert.All(Alarms, alarm => Assert.Null(Alarm(alarm).RaisedAt([])));

    [Fact]
    public void A_single_call_without_an_answer_raises_an_alarm() =>
        Assert.NotNull(Alarm("HttpApiErrorsAlarm").RaisedAt(Calls(6000, every: 1, failed: i => i == 3000)));

    [Fact]
    public void Single_answers_with_a_5xx_status_raise_no_alarm() =>
        Assert.Null(Alarm("HttpApiErrorsAlarm", "answer").RaisedAt(Calls(6000, every: 1, failed: i => i % 100 == 0)));

    [Fact]
    public void An_API_that_is_down_raises_an_alarm_whatever_status_its_answers_have() => Assert.All(
        ["200", "answer"],
        status => Assert.InRange(Alarm("HttpApiErrorsAlarm", status).RaisedAt(Calls(3000, every: 1, failed: i => i >= 1200)) ?? TimeSpan.MaxValue, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(22)));

    [Fact]
    public void A_token_that_nobody_rotated_in_Genesys_Cloud_raises_an_alarm_in_two_minutes() =>
        Assert.InRange(Alarm("HttpApiRefusalsAlarm").RaisedAt(Calls(3000, every: 1, failed: i => i >= 1200)) ?? TimeSpan.MaxValue, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(22));

    [Theory]
    [InlineData(2, 25)]
    [InlineData(4, 15)]
    public void Refusals_of_a_flow_that_seldom_calls_raise_an_alarm(int calls, int minutesBetween) =>
        Assert.NotNull(Alarm("HttpApiRefusalsOutageAlarm").RaisedAt(Calls(calls, every: 60 * minutesBetween, failed: _ => true)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6000, 50)]
    public void A_stranger_who_tries_a_few_tokens_raises_no_alarm(int calls, int refusedOneIn) =>
        Assert.All(["HttpApiRefusalsAlarm", "HttpApiRefusalsOutageAlarm"], alarm => Assert.Null(Alarm(alarm).RaisedAt(Calls(calls, every: 1, failed: i => i % refusedOneIn == 0))));

    private static RateAlarm Alarm(string name, string status = "200")
    {
        var properties = Template.Resources[name]!["Properties"]!.DeepClone();
        foreach (var query in properties["Metrics"].Items().Where(query => query["Expression"] is not null))
        {
            query["Expression"] = Rules.Choice(query["Expression"]!, ("HttpStatus", status)).DeepClone();
        }

        return new(properties);
    }

    /// <summary>
    /// As much of CloudWatch Logs' patterns as is used: one of several texts
    /// (docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html).
    /// </summary>
    private static bool Matches(string pattern, JsonNode line)
    {
        var parts = Pattern().Match(pattern).Groups["part"].Captures.Select(part => Part().Match(part.Value)).ToList();

        Assert.NotEmpty(parts);
        return parts.Exists(part => line.Text(part.Groups["field"].Value) == part.Groups["text"].Value);
    }

    private static List<Call> Calls(int count, int every, Predicate<int> failed) =>
        [.. Enumerable.Range(0, count).Select(i => new Call(TimeSpan.FromSeconds(i * every), failed(i)))];

    [GeneratedRegex("""^\{ (?<part>\([^()]+\))( \|\| (?<part>\([^()]+\)))* \}$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex("""^\(\$\.(?<field>\w+) = "(?<text>\w+)"\)$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
