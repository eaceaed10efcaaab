using GenesysLambdas.Testing;
using static GenesysLambdas.Tests.DataActions.DataActionRun;

namespace GenesysLambdas.Tests.Lookups;

/// <summary>When running a data action is retried, and when it is not.</summary>
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
    public async Task A_lost_connection_is_GENESYS_TIMEOUT_and_is_not_retried(string how)
    {
        const string message = "The connection to Genesys Cloud was lost, and the data action may have run";
        var reply = how switch { "reset" => Reply.Reset, "half" => Reply.Half("{}"), _ => Reply.Raw("") };
        await using var api = GenesysApi.Answering(reply);
        using var function = api.Function("invoke-data-action");

        var outputs = await InvokeAsync(function);

        outputs.AssertFailure(502, "ExternalApiError", message);
        AssertOutputs(outputs, "error", "GENESYS_TIMEOUT", message);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_missing_reply_is_GENESYS_TIMEOUT_and_is_not_retried()
    {
        const string message = "Genesys Cloud did not reply in time, and the data action may have run";
        var time = new ManualTime();
        await using var api = GenesysApi.Answering(Reply.Never);
        using var function = api.Function("invoke-data-action", time).With("GENESYS_API_TIMEOUT_MS", "100");

        var answer = InvokeAsync(function, seconds: 10);
        await WaitForAsync(() => api.Requests.Count == 1);
        time.Advance(TimeSpan.FromSeconds(9.5));

        var outputs = await answer;
        outputs.AssertFailure(504, "ExternalApiTimeout", message);
        AssertOutputs(outputs, "error", "GENESYS_TIMEOUT", message);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Waits_for_a_slow_action_longer_than_the_usual_time_out()
    {
        var time = new ManualTime();
        using var mayAnswer = new ManualResetEventSlim();
        await using var api = new GenesysApi(_ =>
        {
            mayAnswer.Wait();
            return Reply.Ok("{}");
        });
        using var function = api.Function("invoke-data-action", time);

        var answer = InvokeAsync(function, seconds: 10);
        await WaitForAsync(() => api.Requests.Count == 1);
        time.Advance(TimeSpan.FromSeconds(9));
        mayAnswer.Set();

        AssertOutputs(await answer, "success", data: "{}");
    }

    [Fact]
    public async Task An_unreadable_reply_is_GENESYS_TIMEOUT()
    {
        const string message = "Genesys Cloud's reply could not be read, and the data action may have run";
        await using var api = GenesysApi.Answering(Reply.Raw("220 smtp.example ESMTP\r\n\r\n"));
        using var function = api.Function("invoke-data-action");

        var outputs = await InvokeAsync(function);

        outputs.AssertFailure(502, "ExternalApiError", message);
        AssertOutputs(outputs, "error", "GENESYS_TIMEOUT", message);
    }

    [Fact]
    public async Task A_missing_token_is_NETWORK_ERROR()
    {
        const string message = "There was no reply in time, and the data action was not run";
        await using var api = new GenesysApi(_ => Reply.Ok("{}"), _ => Reply.Never);
        using var function = api.Function("invoke-data-action").With("GENESYS_API_TIMEOUT_MS", "50").With("GENESYS_API_MAX_ATTEMPTS", "1");

        var outputs = await InvokeAsync(function);

        outputs.AssertFailure(504, "ExternalApiTimeout", message);
        AssertOutputs(outputs, "error", "NETWORK_ERROR", message);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task A_deadline_that_passes_before_anything_is_sent_is_NETWORK_ERROR()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");

        AssertOutputs(await InvokeAsync(function, seconds: 0), "error", "NETWORK_ERROR", "There was no reply in time, and the data action was not run");
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Nothing_is_sent_after_the_deadline_even_if_all_is_ready_for_it()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");
        await InvokeAsync(function, seconds: 60);

        AssertOutputs(await InvokeAsync(function, seconds: 0), "error", "NETWORK_ERROR", "There was no reply in time, and the data action was not run");
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_deadline_that_passes_after_a_refusal_does_not_say_that_it_may_have_run()
    {
        var time = new ManualTime();
        var tokens = 0;
        GenesysApi? self = null;
        await using var api = new GenesysApi(_ => Reply.Status(401), _ => Interlocked.Increment(ref tokens) == 1 ? self!.NextToken() : Reply.Never);
        self = api;
        using var function = api.Function("invoke-data-action", time).With("GENESYS_API_TIMEOUT_MS", "60000");

        var answer = InvokeAsync(function, seconds: 10);
        await WaitForAsync(() => api.TokenRequests.Count == 2);
        time.Advance(TimeSpan.FromSeconds(10));

        AssertOutputs(await answer, "error", "NETWORK_ERROR", "There was no reply in time, and the data action was not run");
    }

    [Fact]
    public async Task A_connect_time_out_is_NETWORK_ERROR()
    {
        // It waits for the end of an HTTP head, which a TLS handshake does not have.
        await using var silent = new ScriptedApi(Reply.Never);
        await using var tokens = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = tokens.Function("invoke-data-action")
            .With("GENESYS_API_BASE_URL", silent.BaseUrl.Replace("http:", "https:", StringComparison.Ordinal))
            .With("GENESYS_API_MAX_ATTEMPTS", "1");

        var outputs = await InvokeAsync(function);

        outputs.AssertFailure(502, "ExternalApiError", "The external API could not be reached");
        AssertOutputs(outputs, "error", "NETWORK_ERROR", Unreachable);
        Assert.Empty(silent.Requests);
    }

    [Fact]
    public async Task Retries_if_the_connection_never_carried_the_request()
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

    private static async Task WaitForAsync(Func<bool> holds)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            await Task.Delay(1, timeout.Token);
        }
    }
}
