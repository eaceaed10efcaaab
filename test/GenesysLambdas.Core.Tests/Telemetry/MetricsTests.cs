using System.Text.Json;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.Telemetry;

/// <summary>
/// The metrics in a log line, by the embedded metric format's specification
/// (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
/// </summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task A_success_is_neither_an_error_nor_rejected()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"data":{"name":"a"}}"""));
        using var function = new TestFunction("customer-profile", api.BaseUrl);

        await function.InvokeAsync(new { customer_id = "1" });

        var line = Assert.Single(function.LogLines);
        Assert.Equal((1, 0, 0), Counts(line));
        AssertEmbeddedMetrics(line, (["Lookup"], ["Duration", "ExternalApiDuration", "Success", "Errors", "Rejected", "ColdStart"]));
    }

    [Theory]
    [InlineData(404, "1", 404, "NotFound")]
    [InlineData(200, "", 400, "ValidationError")]
    public async Task A_bad_request_and_NotFound_are_rejected_and_not_errors(int status, string customer, int statusCode, string errorCode)
    {
        await using var api = new ScriptedApi(Reply.Status(status));
        using var function = new TestFunction("customer-profile", api.BaseUrl);

        await function.InvokeAsync(new { customer_id = customer });

        var line = Assert.Single(function.LogLines);
        Assert.Equal(("WARN", "rejected", statusCode, errorCode), (line.Text("level"), line.Text("outcome"), line.GetProperty("statusCode").GetInt32(), line.Text("ErrorCode")));
        Assert.Equal((0, 0, 1), Counts(line));
        AssertEmbeddedMetrics(line, (["Lookup"], null), (["Lookup", "ErrorCode"], ["Rejected"]));
    }

    [Theory]
    [InlineData(500, "ExternalApiError")]
    [InlineData(401, "ExternalApiUnauthorized")]
    [InlineData(429, "ExternalApiThrottled")]
    public async Task A_failure_that_needs_attention_is_an_error_and_not_rejected(int status, string errorCode)
    {
        await using var api = new ScriptedApi(Reply.Status(status));
        using var function = new TestFunction("customer-profile", api.BaseUrl).With("CUSTOMER_API_MAX_ATTEMPTS", "1");

        await function.InvokeAsync(new { customer_id = "1" });

        var line = Assert.Single(function.LogLines);
        Assert.Equal(("ERROR", "failure", errorCode), (line.Text("level"), line.Text("outcome"), line.Text("ErrorCode")));
        Assert.Equal((0, 1, 0), Counts(line));
        AssertEmbeddedMetrics(line, (["Lookup"], null), (["Lookup", "ErrorCode"], ["Errors"]));
    }

    [Fact]
    public async Task The_stack_is_a_dimension_of_every_metric_if_it_is_set()
    {
        var line = await RejectedAsync("genesys-lambdas-test");

        Assert.Equal("genesys-lambdas-test", line.Text("Stack"));
        AssertEmbeddedMetrics(line, (["Stack", "Lookup"], null), (["Stack", "Lookup", "ErrorCode"], ["Rejected"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Without_a_stack_there_is_no_such_dimension(string? stack)
    {
        var line = await RejectedAsync(stack);

        Assert.False(line.TryGetProperty("Stack", out _));
        AssertEmbeddedMetrics(line, (["Lookup"], null), (["Lookup", "ErrorCode"], ["Rejected"]));
    }

    private static async Task<JsonElement> RejectedAsync(string? stack)
    {
        using var function = new TestFunction("customer-profile").With("METRICS_STACK", stack);
        await function.SendAsync("{}");
        return Assert.Single(function.LogLines);
    }

    private static (int Success, int Errors, int Rejected) Counts(JsonElement line) =>
        (line.GetProperty("Success").GetInt32(), line.GetProperty("Errors").GetInt32(), line.GetProperty("Rejected").GetInt32());

    /// <summary>A DimensionSet's names are of members that are texts, a MetricDefinition's of members that are numbers; no member comes twice.</summary>
    private static void AssertEmbeddedMetrics(JsonElement line, params (string[] Dimensions, string[]? Metrics)[] expected)
    {
        var metadata = line.GetProperty("_aws");
        var age = DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeMilliseconds(metadata.GetProperty("Timestamp").GetInt64());
        Assert.InRange(age, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        var directives = metadata.GetProperty("CloudWatchMetrics").EnumerateArray().ToList();
        Assert.Equal(expected.Length, directives.Count);
        foreach (var (directive, (dimensions, metrics)) in directives.Zip(expected))
        {
            Assert.Equal("GenesysLambdas", directive.Text("Namespace"));
            var names = Assert.Single(directive.GetProperty("Dimensions").EnumerateArray()).EnumerateArray().Select(name => name.GetString()!).ToList();
            Assert.Equal(dimensions, names);
            Assert.All(names, name => Assert.Equal(JsonValueKind.String, line.GetProperty(name).ValueKind));
            var defined = directive.GetProperty("Metrics").EnumerateArray().ToList();
            Assert.All(defined, metric => Assert.Equal(JsonValueKind.Number, line.GetProperty(metric.Text("Name")!).ValueKind));
            Assert.All(defined, metric => Assert.Contains(metric.Text("Unit"), new[] { "Milliseconds", "Count" }));
            Assert.Equal(metrics ?? defined.Select(metric => metric.Text("Name")!), defined.Select(metric => metric.Text("Name")!));
        }

        var members = line.EnumerateObject().Select(property => property.Name).ToList();
        Assert.Equal(members.Distinct(), members);
    }
}
