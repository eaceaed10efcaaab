using GenesysLambdas.Core.Caching;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Faults;

namespace GenesysLambdas.Core.Tests.Caching;

public sealed class CacheTests
{
    private const string Found = """{"name":"N"}""";

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Fact]
    public async Task Caches_nothing_by_default()
    {
        await using var api = new ScriptedApi(Reply.Ok(Found));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        await function.InvokeAsync(new { user_id = "1" });
        await function.InvokeAsync(new { user_id = "1" });

        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Caches_what_was_found_for_as_long_as_the_setting_says()
    {
        await using var api = new ScriptedApi(Reply.Ok(Found));
        var time = new ManualTime();
        using var function = new TestFunction("user-lookup", api.BaseUrl, time).With("USER_API_CACHE_SECONDS", "60");

        var first = await function.InvokeAsync(new { user_id = "1" });
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(first.GetRawText(), (await function.InvokeAsync(new { user_id = " 1 " })).GetRawText());
        Assert.Single(api.Requests);

        time.Advance(TimeSpan.FromSeconds(2));
        await function.InvokeAsync(new { user_id = "1" });
        Assert.Equal(2, api.Requests.Count);
    }

    [Theory]
    [InlineData(-3600, 60)]
    [InlineData(3600, 0)]
    public async Task Found_answers_expire_whatever_the_wall_clock_does(int step, int seconds)
    {
        await using var api = new ScriptedApi(Reply.Ok(Found));
        var time = new ManualTime();
        using var function = new TestFunction("user-lookup", api.BaseUrl, time).With("USER_API_CACHE_SECONDS", "60");

        await function.InvokeAsync(new { user_id = "1" });
        time.StepWall(TimeSpan.FromSeconds(step));
        time.Advance(TimeSpan.FromSeconds(seconds));
        await function.InvokeAsync(new { user_id = "1" });

        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Other_inputs_have_their_own_answers()
    {
        await using var api = new ScriptedApi(request => Reply.Ok($$"""{"name":"{{request.Target}}"}"""));
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("USER_API_CACHE_SECONDS", "60");

        Assert.Equal("/users/1", (await function.InvokeAsync(new { user_id = "1" })).Text("displayName"));
        Assert.Equal("/users/2", (await function.InvokeAsync(new { user_id = "2" })).Text("displayName"));
    }

    [Theory]
    [InlineData("user-lookup", "user_id", 404, "")]
    [InlineData("user-lookup", "user_id", 500, "")]
    [InlineData("user-lookup", "user_id", 200, "<html>")]
    [InlineData("customer-profile", "customer_id", 404, "")]
    [InlineData("current-weather", "city_name", 404, "")]
    [InlineData("customer-by-phone", "phoneNumber", 200, """{"status":"not_found"}""")]
    [InlineData("customer-by-phone", "phoneNumber", 200, """{"status":"success","data":{}}""")]
    [InlineData("customer-by-phone", "phoneNumber", 200, """{"status":"success","data":{"error":"internal"}}""")]
    public async Task Never_caches_errors_or_not_found(string lookup, string input, int status, string reply)
    {
        await using var api = new ScriptedApi(Reply.Status(status, reply));
        using var function = new TestFunction(lookup, api.BaseUrl);
        function.With($"{function.Api}_CACHE_SECONDS", "60").With($"{function.Api}_MAX_ATTEMPTS", "1");
        var inputs = new Dictionary<string, string> { [input] = "+15551234567" };

        await function.InvokeAsync(inputs);
        await function.InvokeAsync(inputs);

        Assert.Equal(2, api.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Every_lookup_that_only_reads_caches_what_it_found(string lookup)
    {
        await using var api = new ScriptedApi(HealthyApi.Of(lookup).Answer);
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);
        function.With($"{function.Api}_CACHE_SECONDS", "60");

        (await function.InvokeAsync(ExampleInputs.Of(lookup))).AssertSuccess();
        (await function.InvokeAsync(ExampleInputs.Of(lookup))).AssertSuccess();

        Assert.Equal(function.MayShare ? 1 : 2, api.Requests.Count(request => !HealthyApi.IsForToken(request)));
    }

    [Fact]
    public async Task Simultaneous_requests_with_the_same_inputs_share_a_call()
    {
        var answers = new AnswerCache<string, string>(TimeSpan.FromMinutes(1), TimeProvider.System);
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = 0;

        var waiting = Enumerable.Range(0, 50).Select(_ => answers.GetAsync("in", Ask, _ => true, CancellationToken.None)).ToList();
        answer.SetResult("out");

        Assert.All(await Task.WhenAll(waiting), outputs => Assert.Equal("out", outputs));
        Assert.Equal(1, calls);

        Task<string> Ask()
        {
            Interlocked.Increment(ref calls);
            return answer.Task;
        }
    }

    [Fact]
    public async Task A_caller_makes_its_own_call_if_the_shared_one_fails()
    {
        var answers = new AnswerCache<string, string>(TimeSpan.FromMinutes(1), TimeProvider.System);
        var failing = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);

        var first = answers.GetAsync("in", () => failing.Task, _ => true, CancellationToken.None);
        var second = answers.GetAsync("in", () => Task.FromResult("out"), _ => true, CancellationToken.None);
        Assert.False(second.IsCompleted);
        failing.SetException(new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => first);
        Assert.Equal("out", await second);
    }

    [Fact]
    public async Task Entries_are_bounded()
    {
        var answers = new AnswerCache<string, string>(TimeSpan.FromMinutes(1), TimeProvider.System);
        const int most = AnswerCache<string, string>.MaxEntries;
        for (var i = 0; i < 3 * most; i++)
        {
            await answers.GetAsync($"{i}", () => Task.FromResult("out"), _ => true, CancellationToken.None);
        }

        var asked = 0;
        for (var i = 0; i < 3 * most; i++)
        {
            await answers.GetAsync($"{i}", () => Task.FromResult($"{asked++}"), _ => false, CancellationToken.None);
        }

        Assert.True(asked >= 2 * most, $"{(3 * most) - asked} were kept.");
    }

    [Fact]
    public async Task Caches_new_answers_again_once_old_ones_have_expired()
    {
        var time = new ManualTime();
        var answers = new AnswerCache<string, string>(TimeSpan.FromMinutes(1), time);
        for (var i = 0; i < AnswerCache<string, string>.MaxEntries; i++)
        {
            await answers.GetAsync($"{i}", () => Task.FromResult("out"), _ => true, CancellationToken.None);
        }

        time.Advance(TimeSpan.FromMinutes(1));
        await answers.GetAsync("new", () => Task.FromResult("out"), _ => true, CancellationToken.None);

        Assert.Equal("out", await answers.GetAsync("new", () => Task.FromResult("again"), _ => true, CancellationToken.None));
        Assert.Equal("again", await answers.GetAsync("0", () => Task.FromResult("again"), _ => true, CancellationToken.None));
    }

    [Fact]
    public async Task Not_found_is_shared_but_not_cached()
    {
        var answers = new AnswerCache<string, string>(TimeSpan.FromMinutes(1), TimeProvider.System);
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);

        var first = answers.GetAsync("in", () => answer.Task, _ => false, CancellationToken.None);
        var second = answers.GetAsync("in", () => Task.FromResult("own"), _ => false, CancellationToken.None);
        answer.SetResult("none");

        Assert.Equal(["none", "none"], await Task.WhenAll(first, second));
        Assert.Equal("again", await answers.GetAsync("in", () => Task.FromResult("again"), _ => false, CancellationToken.None));
    }

    [Fact]
    public async Task Callers_join_a_call_that_its_first_caller_gave_up_on()
    {
        var answers = new AnswerCache<string, string>(TimeSpan.FromMinutes(1), TimeProvider.System);
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var impatient = new CancellationTokenSource();

        var gone = answers.GetAsync("in", () => answer.Task, _ => true, impatient.Token);
        var patient = answers.GetAsync("in", () => Task.FromResult("own"), _ => true, CancellationToken.None);
        await impatient.CancelAsync();
        answer.SetResult("out");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal("out", await patient);
    }
}
