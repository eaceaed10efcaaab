using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

/// <summary>.NET itself resends some requests when the connection closes without a reply. Never one that must not be performed twice.</summary>
public sealed class ResentWriteTests
{
    public static TheoryData<string> NotRepeatable => [.. ProbeCalls.NotRepeatable];

    [Theory]
    [MemberData(nameof(NotRepeatable))]
    public async Task A_write_on_a_reused_connection_that_closes_is_performed_once(string call)
    {
        var received = 0;
        await using var api = new ScriptedApi(_ => Interlocked.Increment(ref received) % 2 == 1 ? Reply.Ok("""{"id":"7"}""") : Reply.Raw(""));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), null, ("PROBE_API_MAX_ATTEMPTS", "10"));

        for (var i = 1; i <= 20; i++)
        {
            (await probe.InvokeAsync()).AssertSuccess();
            Assert.False((await probe.InvokeAsync()).Flag("success"));
            Assert.Equal((2 * i, true), (received, probe.Failure!.MayHaveRun));
        }

        Assert.Equal(20, api.Connections);
    }

    [Theory]
    [MemberData(nameof(NotRepeatable))]
    public async Task A_write_on_a_new_connection_that_closes_is_performed_once(string call)
    {
        await using var api = new ScriptedApi(Reply.Raw(""));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), null, ("PROBE_API_MAX_ATTEMPTS", "10"));

        await probe.InvokeAsync();

        Assert.Single(api.Requests);
    }

    [Theory]
    [InlineData("GetAsync", 1)]
    [InlineData("GetAsync", 3)]
    [InlineData("DeleteAsync", 1)]
    [InlineData("DeleteAsync", 3)]
    public async Task A_request_without_a_body_is_sent_as_often_as_the_setting_says(string call, int attempts)
    {
        await using var api = new ScriptedApi(Reply.Raw(""));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call), null, ("PROBE_API_MAX_ATTEMPTS", $"{attempts}"));

        await probe.InvokeAsync();

        Assert.Equal(attempts, api.Requests.Count);
    }

    [Theory]
    [InlineData("SendAsync POST without a body")]
    [InlineData("SendAsync custom")]
    public async Task A_write_without_a_body_says_that_it_has_none(string call)
    {
        await using var api = new ScriptedApi(Reply.Ok("{}"));

        await Probe.Create(api.BaseUrl, ProbeCalls.Named(call)).InvokeAsync();

        Assert.Equal(("0", null), (api.Request["Content-Length"], api.Request["Content-Type"]));
    }
}
