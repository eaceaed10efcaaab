using System.Globalization;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Core.Timing;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

/// <summary>What an external API has refused is not sent to it again for a while.</summary>
public sealed class RefusalTests
{
    private const string Found = """{"name":"N","data":{"name":"N"}}""";

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData("3600")]
    [InlineData("60")]
    [InlineData("99999999999999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Sends_no_request_for_up_to_a_minute_if_the_API_asks(string wait)
    {
        var isBack = false;
        await using var api = new ScriptedApi(_ => isBack ? Reply.Ok(Found) : Reply.Status(429, "", $"Retry-After: {wait}"));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time);

        for (var i = 0; i < 200; i++)
        {
            (await function.InvokeAsync(new { user_id = $"{i}" })).AssertFailure(503, "ExternalApiThrottled", "External API returned 429");
        }

        Assert.Single(api.Requests);
        isBack = true;
        _time.Advance(Refusals.Longest);
        (await function.InvokeAsync(new { user_id = "1" })).AssertSuccess();
    }

    [Fact]
    public async Task Caches_a_503_with_RetryAfter_too()
    {
        await using var api = new ScriptedApi(Reply.Status(503, "", "Retry-After: 60"));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time);

        for (var i = 0; i < 200; i++)
        {
            (await function.InvokeAsync(new { user_id = $"{i}" })).AssertFailure(502, "ExternalApiError", "External API returned 503");
        }

        Assert.Single(api.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Caches_a_429_without_RetryAfter_for_two_seconds(bool sameInputs)
    {
        var isBack = false;
        await using var api = new ScriptedApi(_ => isBack ? Reply.Ok(Found) : Reply.Status(429));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time).With("USER_API_MAX_ATTEMPTS", "1");
        for (var i = 0; i < 200; i++)
        {
            (await function.InvokeAsync(new { user_id = sameInputs ? "same" : $"{i}" })).AssertFailure(503, "ExternalApiThrottled", "External API returned 429");
        }

        // A second request was needed to see that it is not about the first.
        Assert.Equal(sameInputs ? 1 : 2, api.Requests.Count);
        isBack = true;
        _time.Advance(TimeSpan.FromSeconds(2));
        (await function.InvokeAsync(new { user_id = "same" })).AssertSuccess();
        (await function.InvokeAsync(new { user_id = "other" })).AssertSuccess();
    }

    [Fact]
    public async Task Refusals_with_a_success_in_between_concern_only_their_own_inputs()
    {
        await using var api = new ScriptedApi(request => request.Target.Contains("refused", StringComparison.Ordinal) ? Reply.Status(429) : Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time).With("USER_API_MAX_ATTEMPTS", "1");

        foreach (var id in (string[])["refused-1", "other", "refused-2", "another"])
        {
            var outputs = await function.InvokeAsync(new { user_id = id });
            Assert.Equal(!id.StartsWith("refused", StringComparison.Ordinal), outputs.Flag("success"));
        }

        Assert.Equal(4, api.Requests.Count);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task A_failure_of_another_request_does_not_end_a_refusal(int status)
    {
        await using var api = new ScriptedApi(request => Reply.Status(request.Target.EndsWith("refused", StringComparison.Ordinal) ? 429 : status));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time).With("USER_API_MAX_ATTEMPTS", "1");

        foreach (var id in (string[])["refused", "other", "refused"])
        {
            Assert.False((await function.InvokeAsync(new { user_id = id })).Flag("success"));
        }

        Assert.Equal(1, api.Requests.Count(request => request.Target.EndsWith("refused", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("-99999999999")]
    [InlineData("soon")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("Fri, 31 Dec 1999 23:59:59 GMT")]
    [InlineData("Fri, 31 Feb 2026 23:59:59 GMT")]
    public async Task Ignores_an_invalid_RetryAfter(string wait)
    {
        var isBack = false;
        await using var api = new ScriptedApi(_ => isBack ? Reply.Ok(Found) : Reply.Status(429, "", $"Retry-After: {wait}"));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time).With("USER_API_MAX_ATTEMPTS", "1");

        Assert.Equal("ExternalApiThrottled", (await function.InvokeAsync(new { user_id = "1" })).Text("errorCode"));
        Assert.Equal("ExternalApiThrottled", (await function.InvokeAsync(new { user_id = "1" })).Text("errorCode"));
        Assert.Single(api.Requests);
        isBack = true;
        _time.Advance(TimeSpan.FromSeconds(2));
        (await function.InvokeAsync(new { user_id = "1" })).AssertSuccess();
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task A_RetryAfter_with_a_date_is_counted_from_the_date_of_the_reply(int step)
    {
        var (date, until) = (HttpDate(_time.GetUtcNow()), HttpDate(_time.GetUtcNow() + TimeSpan.FromSeconds(30)));
        var isBack = false;
        await using var api = new ScriptedApi(_ => isBack ? Reply.Ok(Found) : Reply.Status(429, "", $"Date: {date}", $"Retry-After: {until}"));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time);
        _time.StepWall(TimeSpan.FromSeconds(step));

        Assert.Equal("ExternalApiThrottled", (await function.InvokeAsync(new { user_id = "1" })).Text("errorCode"));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("ExternalApiThrottled", (await function.InvokeAsync(new { user_id = "2" })).Text("errorCode"));
        Assert.Single(api.Requests);
        isBack = true;
        _time.Advance(TimeSpan.FromSeconds(20));
        (await function.InvokeAsync(new { user_id = "1" })).AssertSuccess();
    }

    [Fact]
    public async Task Other_calls_wait_too_but_not_all_equally_long()
    {
        var replies = 0;
        await using var api = new ScriptedApi(_ => Interlocked.Increment(ref replies) == 1 ? Reply.Status(429, "", "Retry-After: 4") : Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time).With("USER_API_MAX_ATTEMPTS", "1");
        await function.InvokeAsync(new { user_id = "0" });

        var callers = Enumerable.Range(1, 50).Select(i => function.InvokeAsync(new { user_id = $"{i}" })).ToList();
        _time.Advance(TimeSpan.FromSeconds(4) - TimeSpan.FromTicks(1));
        Assert.All(callers, caller => Assert.False(caller.IsCompleted));
        Assert.Single(api.Requests);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Contains(callers, caller => !caller.IsCompleted);
        var answers = await _time.PassUntilAsync(Task.WhenAll(callers));

        Assert.All(answers, outputs => outputs.AssertSuccess());
    }

    [Theory]
    [InlineData(-3600, 60)]
    [InlineData(3600, 0)]
    public async Task A_refusal_expires_whatever_the_wall_clock_does(int step, int seconds)
    {
        var isBack = false;
        await using var api = new ScriptedApi(_ => isBack ? Reply.Ok(Found) : Reply.Status(429, "", "Retry-After: 3600"));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time);
        await function.InvokeAsync(new { user_id = "1" });

        isBack = true;
        _time.StepWall(TimeSpan.FromSeconds(step));
        _time.Advance(TimeSpan.FromSeconds(seconds));

        (await function.InvokeAsync(new { user_id = "1" })).AssertSuccess();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Does_not_send_an_invalid_secret_again_and_again(bool sameInputs)
    {
        await using var api = new ScriptedApi(Reply.Status(401));
        using var function = new TestFunction("customer-profile", api.BaseUrl, _time).Secret("wrong");

        for (var i = 0; i < 200; i++)
        {
            Assert.Equal("ExternalApiUnauthorized", (await function.InvokeAsync(new { customer_id = sameInputs ? "same" : $"{i}" })).Text("errorCode"));
        }

        Assert.Equal(sameInputs ? 1 : 2, api.Requests.Count);
        Assert.Equal(2, function.SecretsManager.Invocations.Count);
    }

    [Fact]
    public async Task Does_not_send_a_secret_rotated_to_another_invalid_one_again_and_again()
    {
        await using var api = new ScriptedApi(Reply.Status(401));
        using var function = new TestFunction("customer-profile", api.BaseUrl, _time).Secret("wrong", "wrong too");

        for (var i = 0; i < 200; i++)
        {
            await function.InvokeAsync(new { customer_id = $"{i}" });
        }

        Assert.InRange(api.Requests.Count, 2, 5);
        Assert.Equal(2, function.SecretsManager.Invocations.Count);
    }

    [Fact]
    public async Task A_refused_secret_is_retried_after_a_while()
    {
        await using var api = new ScriptedApi(Reply.Status(401));
        using var function = new TestFunction("customer-profile", api.BaseUrl, _time).Secret("wrong");

        for (var i = 0; i < 600; i++)
        {
            await function.InvokeAsync(new { customer_id = "1" });
            _time.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.InRange(api.Requests.Count, 6, 13);
        Assert.InRange(function.SecretsManager.Invocations.Count, 5, 8);
    }

    [Fact]
    public async Task A_rotated_secret_works_within_the_call_even_if_the_old_one_was_refused()
    {
        await using var api = new ScriptedApi(request => request["Authorization"] == "Bearer new" ? Reply.Ok(Found) : Reply.Status(401));
        using var function = new TestFunction("customer-profile", api.BaseUrl, _time).Secret("old");
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("ExternalApiUnauthorized", (await function.InvokeAsync(new { customer_id = "1" })).Text("errorCode"));
            _time.Advance(TimeSpan.FromSeconds(3));
        }

        function.Secret("new");
        (await function.InvokeAsync(new { customer_id = "1" })).AssertSuccess();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_record_that_nobody_may_read_does_not_stop_calls_for_others(int status)
    {
        await using var api = new ScriptedApi(request => request.Target.Contains("id=bad", StringComparison.Ordinal) ? Reply.Status(status) : Reply.Ok(Found));
        using var function = new TestFunction("customer-profile", api.BaseUrl, _time).Secret("the-token");

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("ExternalApiUnauthorized", (await function.InvokeAsync(new { customer_id = "bad" })).Text("errorCode"));
            (await function.InvokeAsync(new { customer_id = "good" })).AssertSuccess();
        }
    }

    [Fact]
    public async Task A_403_is_not_cached()
    {
        await using var api = new ScriptedApi(Reply.Status(403));
        using var function = new TestFunction("customer-profile", api.BaseUrl, _time).Secret("the-token");

        for (var i = 0; i < 20; i++)
        {
            await function.InvokeAsync(new { customer_id = "same" });
        }

        Assert.Equal(20, api.Requests.Count);
    }

    [Fact]
    public async Task The_log_says_that_a_call_was_not_sent()
    {
        await using var api = new ScriptedApi(Reply.Status(429, "private", "Retry-After: 3600"));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time);
        await function.InvokeAsync(new { user_id = "1" });
        await function.InvokeAsync(new { user_id = "1" });

        Assert.Equal(["error-status", "refused-before"], function.LogLines.Select(line => line.Text("reason")));
        Assert.Equal([1, 0], function.LogLines.Select(line => line.GetProperty("attempts").GetInt32()));
        Assert.All(function.LogLines, line => Assert.Equal(429, line.GetProperty("externalStatus").GetInt32()));
    }

    [Fact]
    public async Task Only_the_status_of_a_refused_call_reaches_another()
    {
        await using var api = OAuth2Api.Answering(Reply.Status(429, """{"private":"of the first"}""", "Retry-After: 3600", "ININ-Correlation-Id: first"));
        using var function = api.Function("invoke-data-action", _time);

        var inputs = ExampleInputs.Of("invoke-data-action");
        var first = await function.InvokeAsync(inputs);
        inputs["data_action_id"] = "another";
        var second = await function.InvokeAsync(inputs);

        Assert.Equal(("""{"private":"of the first"}""", "first"), (first.Text("details"), first.Text("request_id")));
        second.AssertFailure(503, "ExternalApiThrottled", "Request failed after maximum retries");
        Assert.Equal(
            ("error", "MAX_RETRIES_EXCEEDED", "Request failed after maximum retries", "", "", "", ""),
            (second.Text("status"), second.Text("code"), second.Text("message"), second.Text("details"), second.Text("data"),
                second.Text("invocation_id"), second.Text("request_id")));
        Assert.Single(api.Requests);
    }

    [Fact]
    public void An_earlier_request_that_succeeds_does_not_end_a_wait()
    {
        var refusals = new Refusals(_time);
        var began = Moment.Now(_time);
        _time.Advance(TimeSpan.FromSeconds(1));
        refusals.Report(secret: null, 1, Replied(429, "60"), began);
        refusals.Report(secret: null, 2, Replied(200), began);
        Assert.NotNull(refusals.Find(secret: null, 3));

        _time.Advance(TimeSpan.FromSeconds(1));
        refusals.Report(secret: null, 2, Replied(200), Moment.Now(_time));
        Assert.Null(refusals.Find(secret: null, 3));
    }

    [Fact]
    public void A_shorter_wait_does_not_end_a_longer_one()
    {
        var refusals = new Refusals(_time);
        refusals.Report(secret: null, 1, Replied(429, "60"), Moment.Now(_time));
        refusals.Report(secret: null, 2, Replied(429, "1"), Moment.Now(_time));
        refusals.Report(secret: null, 3, Replied(429), Moment.Now(_time));
        _time.Advance(TimeSpan.FromSeconds(59));

        Assert.Equal(TimeSpan.FromSeconds(1), refusals.Find(secret: null, 4)?.Wait);
    }

    private static ApiReply Replied(int status, string? retryAfter = null)
    {
        using var response = new HttpResponseMessage((System.Net.HttpStatusCode)status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return new(response, default);
    }

    private static string HttpDate(DateTimeOffset date) => date.ToString("R", CultureInfo.InvariantCulture);
}
