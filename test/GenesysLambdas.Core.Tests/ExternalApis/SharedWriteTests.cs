using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

/// <summary>With X_CACHE_SECONDS, reads are shared and cached, and writes never, even in a lookup that forgets to say that it writes.</summary>
public sealed class SharedWriteTests
{
    private static readonly (string Name, string Value) Cached = ("PROBE_API_CACHE_SECONDS", "60");

    public static TheoryData<string> Writes => [.. ProbeCalls.Writes];

    public static TheoryData<string> Reads => [.. ProbeCalls.Reads];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_is_never_cached(string call)
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":"7"}"""));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), null, Cached);

        for (var i = 1; i <= 3; i++)
        {
            (await probe.InvokeAsync()).AssertSuccess();
            Assert.Equal(i, api.Requests.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_read_is_cached(string call)
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":"7"}"""));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), null, Cached);

        (await probe.InvokeAsync()).AssertSuccess();
        (await probe.InvokeAsync()).AssertSuccess();

        Assert.Single(api.Requests);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Identical_writes_at_once_are_all_performed(string call)
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":"7"}"""));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), null, Cached);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => probe.InvokeAsync())));

        Assert.All(answers, answer => answer.AssertSuccess());
        Assert.Equal(20, api.Requests.Count);
    }

    [Fact]
    public async Task A_write_after_a_read_is_performed_once_per_call()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":"7"}"""));
        var probe = Probe.Create(api.BaseUrl, async call => await ProbeCalls.Named("GetAsync")(call) + await ProbeCalls.Named("PostAsync")(call), null, Cached);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => probe.InvokeAsync())));

        Assert.Equal(20, api.Requests.Count(request => request.Method == "POST"));
    }

    [Fact]
    public async Task A_lookup_that_catches_everything_still_performs_each_write()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":"7"}"""));
        var probe = Probe.Create(api.BaseUrl, PostOrGiveUpAsync, null, Cached);

        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal("7", (await probe.InvokeAsync()).Text("text"));
            Assert.Equal(i, api.Requests.Count);
        }

        static async Task<string> PostOrGiveUpAsync(ApiCall call)
        {
            try
            {
                return await ProbeCalls.Named("PostAsync")(call);
            }
            catch (Exception)
            {
                return "gave up";
            }
        }
    }

    [Fact]
    public async Task A_lookup_that_words_the_failure_differently_still_performs_each_write()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":"7"}"""));
        var probe = Probe.Create(api.BaseUrl, PostAsync, null, Cached);

        Assert.Equal("7", (await probe.InvokeAsync()).Text("text"));

        static async Task<string> PostAsync(ApiCall call)
        {
            try
            {
                return await ProbeCalls.Named("PostAsync")(call);
            }
            catch (Exception exception) when (exception is not LookupException)
            {
                throw new LookupException(new Failure(ErrorCode.InternalServerError, "Sorry"));
            }
        }
    }

    [Fact]
    public async Task A_failed_write_is_not_repeated_for_waiting_callers()
    {
        await using var api = new ScriptedApi(Reply.Status(500));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named("PostAsync"), null, Cached);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => probe.InvokeAsync())));

        Assert.Equal(5, api.Requests.Count);
    }
}
