using GenesysLambdas.Tests.Support;
using static GenesysLambdas.Tests.Genesys.DataActionRun;

namespace GenesysLambdas.Tests.Genesys;

/// <summary>When running a data action is tried again, and when never.</summary>
public sealed class InvokeDataActionRetryTests
{
    private const string Unreachable = "Failed to connect to Genesys Cloud API";
    private const string Exhausted = "Request failed after maximum retries";

    [Fact]
    public async Task A_429_without_RetryAfter_is_waited_for_2_4_and_8_seconds()
    {
        var time = new ManualTime();
        await using var api = GenesysApi.Answering(Reply.Status(429, """{"code":"too.many.requests"}"""));
        using var function = api.Function("invoke-data-action", time);

        var answer = InvokeAsync(function, seconds: 60);
        foreach (var wait in new[] { 2, 4, 8 })
        {
            await time.SomeoneWaitsAsync(TimeSpan.FromSeconds(wait));
            time.Advance(TimeSpan.FromSeconds(wait));
        }

        var outputs = await answer;
        outputs.AssertFailure(503, "ExternalApiThrottled", Exhausted);
        AssertOutputs(outputs, "error", "MAX_RETRIES_EXCEEDED", Exhausted, details: """{"code":"too.many.requests"}""");
        Assert.Equal(4, api.Requests.Count);
    }

    [Fact]
    public async Task A_429_is_waited_for_as_long_as_RetryAfter_says()
    {
        var time = new ManualTime();
        await using var api = GenesysApi.Answering(Reply.Status(429, "", "Retry-After: 5"), Reply.Status(429), Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action", time);

        var answer = InvokeAsync(function, seconds: 60);
        await time.SomeoneWaitsAsync(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(5));
        await time.SomeoneWaitsAsync(TimeSpan.FromSeconds(4));
        time.Advance(TimeSpan.FromSeconds(4));

        AssertOutputs(await answer, "success", data: "{}");
        Assert.Equal(3, api.Requests.Count);
    }

    [Theory]
    [InlineData("Retry-After: 10", 10, 0)]
    [InlineData("Retry-After: 3600", 60, 0)]
    [InlineData("X-Nothing: 1", 10, 2)]
    [InlineData("X-Nothing: 1", 2, 0)]
    public async Task The_deadline_ends_the_waiting(string header, int seconds, int waits)
    {
        var time = new ManualTime();
        await using var api = GenesysApi.Answering(Reply.Status(429, "", header));
        using var function = api.Function("invoke-data-action", time);

        var answer = InvokeAsync(function, seconds);
        for (var wait = 2; wait <= 2 * waits; wait *= 2)
        {
            await time.SomeoneWaitsAsync(TimeSpan.FromSeconds(wait));
            time.Advance(TimeSpan.FromSeconds(wait));
        }

        AssertOutputs(await answer, "error", "MAX_RETRIES_EXCEEDED", Exhausted);
        Assert.Equal(waits + 1, api.Requests.Count);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("half")]
    [InlineData("closed")]
    public async Task A_connection_that_breaks_after_the_request_is_NETWORK_ERROR_and_nothing_is_sent_again(string how)
    {
        var reply = how switch { "reset" => Reply.Reset, "half" => Reply.Half("{}"), _ => Reply.Raw("") };
        await using var api = GenesysApi.Answering(reply);
        using var function = api.Function("invoke-data-action");

        var outputs = await InvokeAsync(function);

        Assert.Equal("ExternalApiError", outputs.Text("errorCode"));
        AssertOutputs(outputs, "error", "NETWORK_ERROR", Unreachable);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_reply_that_never_comes_is_NETWORK_ERROR_and_nothing_is_sent_again()
    {
        await using var api = GenesysApi.Answering(Reply.Never);
        using var function = api.Function("invoke-data-action").With("GENESYS_API_TIMEOUT_MS", "100");

        var outputs = await InvokeAsync(function);

        outputs.AssertFailure(504, "ExternalApiTimeout", "The external API did not answer in time");
        AssertOutputs(outputs, "error", "NETWORK_ERROR", Unreachable);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_connection_that_never_carried_the_request_is_tried_again()
    {
        var time = new ManualTime();
        await using var tokens = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = tokens.Function("invoke-data-action", time).With("GENESYS_API_BASE_URL", "http://127.0.0.1:9");

        var answer = InvokeAsync(function, seconds: 60);
        foreach (var wait in new[] { 2, 4, 8 })
        {
            await time.SomeoneWaitsAsync(TimeSpan.FromSeconds(wait));
            time.Advance(TimeSpan.FromSeconds(wait));
        }

        AssertOutputs(await answer, "error", "NETWORK_ERROR", Unreachable);
        Assert.Contains("\"attempts\":4", function.Log, StringComparison.Ordinal);
    }
}
