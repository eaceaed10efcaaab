using System.Text.Json;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

/// <summary>Who waits for an API that has been failing, and who is spared.</summary>
public sealed class CircuitBreakerTests
{
    private const string Found = """{"name":"N"}""";

    private readonly ManualTime _time = new();

    public static TheoryData<int, bool> Gaps => [.. from gap in new[] { 2, 5, 10 } from sameInputs in new[] { false, true } select (gap, sameInputs)];

    [Theory]
    [MemberData(nameof(Gaps))]
    public async Task Opens_for_an_API_that_hangs_after_two_or_three_callers(int gap, bool sameInputs)
    {
        await using var api = new ScriptedApi(Reply.Never);
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time);

        var answers = new List<(string? ErrorCode, int Requests)>();
        for (var caller = 1; caller <= 3; caller++)
        {
            var before = api.Requests.Count;
            var outputs = await InvokeAsync(function, sameInputs ? "same" : $"{caller}");
            answers.Add((outputs.Text("errorCode"), api.Requests.Count - before));
            _time.Advance(TimeSpan.FromSeconds(gap));
        }

        Assert.Equal("ExternalApiTimeout", answers[0].ErrorCode);
        Assert.Equal(("CircuitOpen", 0), answers[sameInputs ? 1 : 2]);
        Assert.All(answers[1..], answer => Assert.InRange(answer.Requests, 0, 1));
    }

    [Fact]
    public async Task Opens_after_one_attempt_each_of_fifty_simultaneous_callers()
    {
        await using var api = new ScriptedApi(Reply.Never);
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time);

        var answers = await _time.PassUntilAsync(Task.WhenAll(Enumerable.Range(0, 50).Select(i => function.InvokeAsync(new { user_id = $"{i}" }))));

        Assert.All(answers, outputs => Assert.Equal("ExternalApiTimeout", outputs.Text("errorCode")));
        Assert.Equal(50, api.Requests.Count);
        Assert.Equal("CircuitOpen", (await InvokeAsync(function, "51")).Text("errorCode"));
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("resets")]
    [InlineData("fails")]
    public async Task One_bad_record_does_not_stop_calls_for_others(string how)
    {
        var bad = how switch { "hangs" => Reply.Never, "resets" => Reply.Reset, _ => Reply.Status(500) };
        await using var api = new ScriptedApi(request => request.Target.EndsWith("bad", StringComparison.Ordinal) ? bad : Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time);

        for (var i = 0; i < 6; i++)
        {
            Assert.False((await InvokeAsync(function, "bad")).Flag("success"));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        (await InvokeAsync(function, "good")).AssertSuccess();
    }

    [Fact]
    public async Task After_a_while_one_caller_makes_one_attempt_for_all()
    {
        await using var api = new ScriptedApi(Reply.Never);
        using var function = await OpenAsync(api);
        var before = api.Requests.Count;
        _time.Advance(CircuitBreaker.Break);

        var trial = function.InvokeAsync(new { user_id = "trial" });
        var other = await function.InvokeAsync(new { user_id = "other" });

        Assert.Equal("CircuitOpen", other.Text("errorCode"));
        Assert.Equal("ExternalApiTimeout", (await _time.PassUntilAsync(trial)).Text("errorCode"));
        Assert.Equal(1, api.Requests.Count - before);
    }

    [Fact]
    public async Task Calls_an_API_normally_once_it_is_back()
    {
        var isBack = false;
        await using var api = new ScriptedApi(_ => isBack ? Reply.Ok(Found) : Reply.Never);
        using var function = await OpenAsync(api);

        isBack = true;
        (await InvokeAsync(function, "1")).AssertFailure(503, "CircuitOpen", "The external API has been failing and is not being called for a few seconds");
        _time.Advance(CircuitBreaker.Break);
        (await InvokeAsync(function, "1")).AssertSuccess();
        (await InvokeAsync(function, "2")).AssertSuccess();
    }

    [Fact]
    public async Task Leaves_an_API_alone_that_returns_only_errors()
    {
        await using var api = new ScriptedApi(Reply.Status(500));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time).With("USER_API_MAX_ATTEMPTS", "1");

        for (var i = 0; i < 10; i++)
        {
            (await InvokeAsync(function, $"{i}")).AssertFailure(502, "ExternalApiError", "External API returned 500");
            _time.Advance(TimeSpan.FromMilliseconds(200));
        }

        Assert.Equal("CircuitOpen", (await InvokeAsync(function, "10")).Text("errorCode"));
    }

    [Fact]
    public async Task Replies_of_429_and_404_do_not_open_the_circuit()
    {
        await using var api = new ScriptedApi(request => request.Target.EndsWith('1') ? Reply.Status(429) : Reply.Status(404));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time).With("USER_API_MAX_ATTEMPTS", "1");

        for (var i = 0; i < 40; i++)
        {
            await InvokeAsync(function, $"{i % 2}");
            _time.Advance(TimeSpan.FromMilliseconds(200));
        }

        Assert.Equal(40, api.Requests.Count);
    }

    [Fact]
    public void Among_many_callers_the_failures_of_some_are_not_an_outage()
    {
        var breaker = new CircuitBreaker(_time);
        for (var i = 0; i < 10_000; i++)
        {
            // Three of four fail in one way or another, and attempts that hang have begun three seconds before.
            var fails = i % 4 != 0;
            var hangs = TimeSpan.FromSeconds(fails && i % 2 == 0 ? 3 : 0);
            breaker.Report(i, fails ? Silence : default, new(_time.GetUtcNow() - hangs, _time.GetTimestamp() - hangs.Ticks));
            _time.Advance(TimeSpan.FromMilliseconds(5));

            Assert.Equal(Admission.Free, breaker.Admit(i));
        }
    }

    [Fact]
    public async Task An_outage_expires_after_a_minute_without_calls()
    {
        await using var api = new ScriptedApi(Reply.Never);
        using var function = await OpenAsync(api);
        var before = api.Requests.Count;
        _time.Advance(TimeSpan.FromMinutes(1));

        await InvokeAsync(function, "3");

        Assert.True(api.Requests.Count - before > 1);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task An_API_that_is_back_is_called_whatever_the_wall_clock_did(int step)
    {
        var isBack = false;
        await using var api = new ScriptedApi(_ => isBack ? Reply.Ok(Found) : Reply.Never);
        using var function = await OpenAsync(api);

        isBack = true;
        _time.StepWall(TimeSpan.FromSeconds(step));
        _time.Advance(CircuitBreaker.Break);
        for (var i = 0; i < 20; i++)
        {
            (await InvokeAsync(function, $"{i}")).AssertSuccess();
        }
    }

    [Fact]
    public async Task An_API_that_is_back_is_called_when_both_clocks_stepped_back()
    {
        var isBack = false;
        await using var api = new ScriptedApi(_ => isBack ? Reply.Ok(Found) : Reply.Never);
        using var function = await OpenAsync(api);

        isBack = true;
        _time.Advance(TimeSpan.FromHours(-1));

        (await InvokeAsync(function, "1")).AssertSuccess();
    }

    [Fact]
    public async Task An_outage_is_noticed_although_the_wall_clock_steps_back_in_it()
    {
        await using var api = new ScriptedApi(Reply.Status(500));
        using var function = new TestFunction("user-lookup", api.BaseUrl, _time).With("USER_API_MAX_ATTEMPTS", "1");

        for (var i = 0; i < 10; i++)
        {
            await InvokeAsync(function, $"{i}");
            _time.Advance(TimeSpan.FromMilliseconds(200));
            _time.StepWall(TimeSpan.FromMinutes(-1));
        }

        Assert.Equal("CircuitOpen", (await InvokeAsync(function, "10")).Text("errorCode"));
    }

    private static AttemptResult Silence => new(null, CalledServer.ExternalApi.Timeout());

    private async Task<TestFunction> OpenAsync(ScriptedApi api)
    {
        var function = new TestFunction("user-lookup", api.BaseUrl, _time);
        await InvokeAsync(function, "1");
        await InvokeAsync(function, "2");
        return function;
    }

    private Task<JsonElement> InvokeAsync(TestFunction function, string id) => _time.PassUntilAsync(function.InvokeAsync(new { user_id = id }));
}
