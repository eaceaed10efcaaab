using System.Diagnostics;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

public sealed class ResilienceTests
{
    private const string Found = """{"name":"N"}""";

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Retries_a_temporary_error(int status)
    {
        await using var api = Sequence(Reply.Status(status), Reply.Status(status), Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        (await function.InvokeAsync(new { user_id = "1" })).AssertSuccess();
        Assert.Equal(3, api.Requests.Count);
    }

    [Fact]
    public async Task Retries_after_a_connection_reset_and_an_incomplete_reply()
    {
        await using var api = Sequence(Reply.Reset, Reply.Half(Found), Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        (await function.InvokeAsync(new { user_id = "1" })).AssertSuccess();
    }

    [Fact]
    public async Task Retries_an_attempt_that_takes_too_long()
    {
        await using var api = Sequence(Reply.Never, Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("USER_API_TIMEOUT_MS", "200");

        (await function.InvokeAsync(new { user_id = "1" })).AssertSuccess();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(418)]
    [InlineData(301)]
    public async Task Does_not_retry_a_permanent_error(int status)
    {
        await using var api = new ScriptedApi(Reply.Status(status));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        await function.InvokeAsync(new { user_id = "1" });

        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Attempts_are_as_many_as_the_setting_says()
    {
        await using var api = new ScriptedApi(Reply.Status(503));
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("USER_API_MAX_ATTEMPTS", "2");

        await function.InvokeAsync(new { user_id = "1" });

        Assert.Equal(2, api.Requests.Count);
        Assert.Contains("\"attempts\":2", function.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retry-After: 3600")]
    [InlineData("Retry-After: Fri, 31 Dec 2100 23:59:59 GMT")]
    public async Task Does_not_wait_if_the_wait_exceeds_the_deadline(string header)
    {
        await using var api = new ScriptedApi(Reply.Status(429, "", header));
        using var function = new TestFunction("user-lookup", api.BaseUrl);
        var watch = Stopwatch.StartNew();

        var outputs = await function.InvokeAsync(new { user_id = "1" });

        outputs.AssertFailure(503, "ExternalApiThrottled", "External API returned 429");
        Assert.Single(api.Requests);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("Retry-After: 0")]
    [InlineData("Retry-After: Fri, 31 Dec 1999 23:59:59 GMT")]
    public async Task A_RetryAfter_in_the_past_does_not_skip_the_backoff(string header)
    {
        var time = new ManualTime();
        await using var api = Sequence(Reply.Status(503, "", header), Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl, time);

        var answer = function.InvokeAsync(new { user_id = "1" });
        while (api.Requests.Count == 0)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        // The shortest wait with jitter is 50 ms, and no time has passed yet.
        Assert.NotSame(answer, await Task.WhenAny(answer, Task.Delay(100, TestContext.Current.CancellationToken)));
        (await time.PassUntilAsync(answer)).AssertSuccess();
    }

    [Fact]
    public async Task Waits_as_long_as_the_API_asks()
    {
        var time = new ManualTime();
        await using var api = Sequence(Reply.Status(429, "", "Retry-After: 2"), Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl, time);

        var answer = function.InvokeAsync(new { user_id = "1" });
        await time.SomeoneWaitsAsync(TimeSpan.FromSeconds(2));
        Assert.Single(api.Requests);
        time.Advance(TimeSpan.FromSeconds(2));

        (await answer).AssertSuccess();
        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Answers_within_the_reserve_whatever_the_API_does()
    {
        await using var api = new ScriptedApi(Reply.Never);
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("DEADLINE_RESERVE_MS", "1500");
        var watch = Stopwatch.StartNew();

        var outputs = await function.InvokeAsync(new { user_id = "1" }, new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(2) });

        outputs.AssertFailure(504, "ExternalApiTimeout", "Gateway Timeout");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Waiting_for_a_secret_ends_at_the_deadline()
    {
        using var function = new TestFunction("customer-profile").With("CUSTOMER_API_SECRET_ID", "slow");
        function.SecretsManager
            .Setup(client => client.GetSecretValueAsync(Moq.It.IsAny<Amazon.SecretsManager.Model.GetSecretValueRequest>(), Moq.It.IsAny<CancellationToken>()))
            .Returns(new TaskCompletionSource<Amazon.SecretsManager.Model.GetSecretValueResponse>().Task);

        var outputs = await function.InvokeAsync(new { customer_id = "1" }, new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(0.7) });

        Assert.Equal("ExternalApiTimeout", outputs.Text("errorCode"));
    }

    private static ScriptedApi Sequence(params Reply[] replies)
    {
        var next = -1;
        return new ScriptedApi(_ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]);
    }
}
