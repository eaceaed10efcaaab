using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>What alarms and dashboard look for, against the metrics that a function writes when it has template.yaml's settings.</summary>
public sealed partial class MetricsTests
{
    private const string Stack = "the-stack";

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Fact]
    public void The_stack_in_the_metrics_is_the_one_deployed() => Assert.Equal("AWS::StackName", Template.Globals["Environment"]!["Variables"]!["METRICS_STACK"]!.Text("Ref"));

    [Fact]
    public void The_dashboards_name_is_free_in_every_region_of_the_account()
    {
        const string Name = "${AWS::StackName}-${AWS::Region}";

        Assert.Equal(Name, Template.Resources["Dashboard"]!["Properties"]!["DashboardName"]!.Text("Fn::Sub"));
        Assert.EndsWith($"?region=${{AWS::Region}}#dashboards/dashboard/{Name}", Template.Outputs["DashboardUrl"]!["Value"]!["Fn::Sub"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    // Domains that an AWS partition without a public console is not told of; its stacks must deploy all the same.
    [Theory]
    [InlineData("aws", "console.aws.amazon.com")]
    [InlineData("aws-cn", "console.amazonaws.cn")]
    [InlineData("aws-us-gov", "console.amazonaws-us-gov.com")]
    [InlineData("aws-eusc", "console.amazonaws-eusc.eu")]
    [InlineData("aws-iso", "console.aws.amazon.com")]
    public void The_dashboards_address_is_in_the_console_of_the_partition(string partition, string console)
    {
        var address = Template.Outputs["DashboardUrl"]!["Value"]!["Fn::Sub"]!;

        Assert.StartsWith("https://${AWS::Region}.${Console}/cloudwatch/home?", address[0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(console, Rules.Choice(address[1]!["Console"]!, ("AWS::Partition", partition)).GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task The_alarms_on_failures_watch_a_metric_that_the_function_writes(string lookup)
    {
        var written = await WrittenAsync(lookup);

        Assert.All(["FailuresAlarm", "OutageAlarm"], alarm => Assert.All(RateAlarm.Of(lookup, alarm).Watched, metric =>
        {
            var dimensions = metric["Dimensions"].Items().ToDictionary(dimension => dimension.Text("Name")!, Value, StringComparer.Ordinal);
            Assert.Contains(new(metric.Text("Namespace")!, metric.Text("MetricName")!, string.Join(',', dimensions.Keys)), written);
            Assert.Equal((Stack, lookup), (dimensions["Stack"], dimensions["Lookup"]));
        }));

        // It counts the calls, too: each call writes it, with 0 or 1.
        Assert.All(written.Where(metric => metric.Dimensions == "Stack,Lookup" && metric.Name == "Errors"), metric => Assert.Equal(3, written.Count(metric.Equals)));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task The_dashboard_searches_only_for_metrics_of_this_stack(string lookup)
    {
        var written = await WrittenAsync(lookup);
        var searches = JsonNode.Parse(Template.Dashboard)!.Tree().OfType<JsonValue>().Select(value => value.ToString()).Where(text => text.StartsWith("SEARCH", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(searches);
        Assert.All(searches, expression =>
        {
            var search = Search().Match(expression);
            Assert.Equal("${AWS::StackName}", search.Groups["stack"].Value);
            Assert.Contains(new(search.Groups["namespace"].Value, search.Groups["metric"].Value, search.Groups["dimensions"].Value), written);
        });
    }

    private static string Value(JsonNode dimension) =>
        dimension["Value"] is JsonObject reference ? reference.Text("Ref") == "AWS::StackName" ? Stack : "" : dimension.Text("Value")!;

    /// <summary>The metrics of a rejection and of two failures.</summary>
    private static async Task<IReadOnlyList<Metric>> WrittenAsync(string lookup)
    {
        await using var api = new ScriptedApi(Reply.Status(500));
        using var function = new TestFunction(lookup, api.BaseUrl).With("METRICS_STACK", Stack);
        function.With($"{function.Api}_MAX_ATTEMPTS", "1");
        await function.SendAsync("[]");
        await function.InvokeAsync(ExampleInputs.Of(lookup));
        await function.InvokeAsync(ExampleInputs.Of(lookup));
        return [.. function.LogLines.SelectMany(line => line.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray()).SelectMany(Metrics)];
    }

    private static IEnumerable<Metric> Metrics(JsonElement directive) => directive.GetProperty("Metrics").EnumerateArray().Select(metric => new Metric(
        directive.Text("Namespace")!,
        metric.Text("Name")!,
        string.Join(',', directive.GetProperty("Dimensions")[0].EnumerateArray().Select(name => name.GetString()))));

    private sealed record Metric(string Namespace, string Name, string Dimensions);

    // docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html: quotation marks make it an exact match.
    [GeneratedRegex("""^SEARCH\('\{(?<namespace>\w+),(?<dimensions>[\w,]+)\} Stack="(?<stack>[^"]+)" MetricName="(?<metric>\w+)"', '\w+', 60\)$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Search();
}
