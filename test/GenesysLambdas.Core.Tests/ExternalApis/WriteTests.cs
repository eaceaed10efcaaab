using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

/// <summary>What happens to a write whose reply is an error, or does not come.</summary>
public sealed class WriteTests
{
    private static readonly Dictionary<string, Reply> Failures = new()
    {
        ["reset"] = Reply.Reset,
        ["half"] = Reply.Half("{}"),
        ["closed"] = Reply.Raw(""),
        ["never"] = Reply.Never,
        ["302"] = Reply.Status(302, "", "Location: /"),
        ["400"] = Reply.Status(400),
        ["404"] = Reply.Status(404),
        ["409"] = Reply.Status(409),
        ["422"] = Reply.Status(422),
        ["500"] = Reply.Status(500),
        ["502"] = Reply.Status(502, "", "Retry-After: 0"),
        ["503"] = Reply.Status(503, "", "Retry-After: 1"),
        ["504"] = Reply.Status(504),
        ["599"] = Reply.Status(599),
    };

    public static TheoryData<string, string> NotRepeatableAndFailures =>
        [.. from call in ProbeCalls.NotRepeatable from failure in Failures.Keys select new TheoryDataRow<string, string>(call, failure)];

    public static TheoryData<string, string> RepeatableAndFailures =>
        [.. from call in ProbeCalls.Idempotent.Concat(ProbeCalls.Reads)
            from failure in (string[])["reset", "half", "closed", "500", "502", "503", "504"]
            select new TheoryDataRow<string, string>(call, failure)];

    public static TheoryData<string> Writes => [.. ProbeCalls.Writes];

    public static TheoryData<string> Reads => [.. ProbeCalls.Reads];

    public static TheoryData<string> All => [.. ProbeCalls.All];

    [Theory]
    [MemberData(nameof(NotRepeatableAndFailures))]
    public async Task A_POST_or_PATCH_that_may_have_been_performed_is_sent_once(string call, string failure)
    {
        await using var api = new ScriptedApi(Failures[failure]);
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call));

        var outputs = await probe.InvokeAsync(seconds: failure == "never" ? 1 : 10);

        Assert.False(outputs.Flag("success"));
        Assert.Single(api.Requests);
        Assert.Equal(!failure.StartsWith('4'), probe.Failure!.MayHaveRun);
        Assert.Equal(probe.Failure!.MayHaveRun, outputs.Text("errorMessage")!.EndsWith("; the request may still have been carried out", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RepeatableAndFailures))]
    public async Task A_read_PUT_DELETE_or_POST_with_a_key_is_retried(string call, string failure)
    {
        await using var api = Sequence(Failures[failure], Failures[failure], Reply.Ok("""{"id":"7"}"""));
        var time = new ManualTime();
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), time);

        (await time.PassUntilAsync(probe.InvokeAsync())).AssertSuccess();

        // .NET itself may resend what has no body.
        Assert.True(api.Requests.Count >= 3, $"{api.Requests.Count}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_request_is_retried_after_429(string call)
    {
        await using var api = Sequence(Reply.Status(429, "", "Retry-After: 1"), Reply.Ok("""{"id":"7"}"""));
        var time = new ManualTime();
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), time);

        (await time.PassUntilAsync(probe.InvokeAsync())).AssertSuccess();

        Assert.Equal(2, api.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_request_is_retried_if_no_connection_was_made(string call)
    {
        await using var api = new ScriptedApi(_ => Reply.Ok("""{"id":"7"}"""), listens: false);
        var time = new ManualTime();
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), time, ("PROBE_API_MAX_ATTEMPTS", "10"));

        var answer = probe.InvokeAsync(seconds: 60);
        await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(answer.IsCompleted);
        api.Listen();

        (await time.PassUntilAsync(answer)).AssertSuccess();
        Assert.Single(api.Requests);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_that_was_never_sent_has_not_been_performed(string call)
    {
        var probe = Probe.Create("http://127.0.0.1:9", ProbeCalls.Named(call), null, ("PROBE_API_MAX_ATTEMPTS", "1"));

        (await probe.InvokeAsync()).AssertFailure(502, "ExternalApiError", "The external API could not be reached");

        Assert.False(probe.Failure!.MayHaveRun);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_read_never_may_have_been_performed(string call)
    {
        await using var api = new ScriptedApi(Reply.Status(500));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), null, ("PROBE_API_MAX_ATTEMPTS", "1"));

        await probe.InvokeAsync();

        Assert.False(probe.Failure!.MayHaveRun);
    }

    [Theory]
    [InlineData("PutAsync", 500, 409)]
    [InlineData("PutAsync", 503, 429)]
    [InlineData("SendAsync DELETE", 502, 404)]
    [InlineData("SendAsync POST with a key", 504, 401)]
    public async Task A_later_refusal_does_not_undo_what_an_earlier_attempt_may_have_done(string call, int first, int second)
    {
        await using var api = Sequence(Reply.Status(first), Reply.Status(second));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), null, ("PROBE_API_MAX_ATTEMPTS", "2"));

        await probe.InvokeAsync();

        Assert.Equal((2, true), (api.Requests.Count, probe.Failure!.MayHaveRun));
    }

    [Fact]
    public async Task A_read_that_fails_after_a_write_does_not_hide_it()
    {
        await using var api = new ScriptedApi(request => request.Method == "POST" ? Reply.Ok("""{"id":"7"}""") : Reply.Status(400));
        var probe = Probe.Create(api.BaseUrl, async call => await ProbeCalls.Named("PostAsync")(call) + await ProbeCalls.Named("GetAsync")(call));

        await probe.InvokeAsync();

        Assert.True(probe.Failure!.MayHaveRun);
    }

    [Fact]
    public async Task Of_two_writes_at_once_one_that_is_refused_does_not_hide_the_other()
    {
        await using var api = new ScriptedApi(request => request.Method == "POST" ? Reply.Status(400) : Reply.Status(500));
        var probe = Probe.Create(api.BaseUrl, async call => string.Concat(await Task.WhenAll(ProbeCalls.Named("PatchAsync")(call), ProbeCalls.Named("PostAsync")(call))));

        await probe.InvokeAsync();

        Assert.True(probe.Failure!.MayHaveRun);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_refused_with_the_old_secret_is_sent_again(string call)
    {
        await using var api = new ScriptedApi(request => request["Authorization"] == "Bearer new" ? Reply.Ok("""{"id":"7"}""") : Reply.Status(401));
        var probe = Probe.WithSecret(api.BaseUrl, ProbeCalls.Named(call), ["old", "new"]);

        (await probe.InvokeAsync()).AssertSuccess();

        Assert.Equal(2, api.Requests.Count);
    }

    [Theory]
    [InlineData(200, """{"id":"7"}""", "7")]
    [InlineData(201, """{"id":"7"}""", "7")]
    [InlineData(201, "", "nothing")]
    [InlineData(202, """{"id":"7"}""", "7")]
    [InlineData(202, "Accepted for processing", "nothing")]
    [InlineData(202, "", "nothing")]
    [InlineData(200, "\r\n", "nothing")]
    [InlineData(204, "", "nothing")]
    public async Task The_reply_to_a_write_may_be_empty(int status, string body, string text)
    {
        await using var api = new ScriptedApi(Reply.Status(status, body));
        foreach (var call in (string[])["PostAsync", "PatchAsync", "PutAsync"])
        {
            var outputs = await Probe.Create(api.BaseUrl, ProbeCalls.Named(call)).InvokeAsync();

            outputs.AssertSuccess();
            Assert.Equal(text, outputs.Text("text"));
        }

        Assert.Equal("deleted", (await Probe.Create(api.BaseUrl, ProbeCalls.Named("DeleteAsync")).InvokeAsync()).Text("text"));
        Assert.Equal(["POST", "PATCH", "PUT", "DELETE"], api.Requests.Select(request => request.Method));
        Assert.All(api.Requests, request => Assert.Equal("/things?id=a%2F..%2Fb", request.Target));
        Assert.All(api.Requests.Take(3), request => Assert.Equal("""{"subject":"s"}""", request.Body));
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(201, "null")]
    [InlineData(200, """["7"]""")]
    public async Task An_unusable_reply_to_a_write_says_that_it_may_have_been_performed(int status, string body)
    {
        await using var api = new ScriptedApi(Reply.Status(status, body));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named("PostAsync"));

        (await probe.InvokeAsync()).AssertFailure(502, "ExternalApiError", "The external API's reply is not the expected JSON; the request may still have been carried out");

        Assert.True(probe.Failure!.MayHaveRun);
    }

    [Theory]
    [InlineData("PostAsync")]
    [InlineData("PatchAsync")]
    [InlineData("PutAsync")]
    public async Task A_404_is_not_an_answer_to_a_write(string call)
    {
        await using var api = new ScriptedApi(Reply.Status(404));

        var outputs = await Probe.Create(api.BaseUrl, ProbeCalls.Named(call)).InvokeAsync();

        outputs.AssertFailure(502, "ExternalApiError", "The external API replied with status 404");
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_deleted()
    {
        await using var api = new ScriptedApi(Reply.Status(404));

        Assert.Equal("not there", (await Probe.Create(api.BaseUrl, ProbeCalls.Named("DeleteAsync")).InvokeAsync()).Text("text"));
    }

    private static ScriptedApi Sequence(params Reply[] replies)
    {
        var next = -1;
        return new ScriptedApi(_ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]);
    }
}
