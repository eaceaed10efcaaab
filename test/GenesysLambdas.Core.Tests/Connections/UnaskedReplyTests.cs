using Amazon.SecretsManager;
using GenesysLambdas.Core.Connections;
using GenesysLambdas.Core.Secrets;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Certificates;

namespace GenesysLambdas.Core.Tests.Connections;

/// <summary>What arrives on a connection before a request is sent on it is not the reply to that request, and the request goes elsewhere.</summary>
public sealed class UnaskedReplyTests
{
    private const string Own = """{"id":"own"}""";
    private const string Stray = "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"id\":\"stray\"}";

    // HAProxy and others send this to a connection that has carried no request for a while, and close it.
    private const string TimedOut = "HTTP/1.1 408 Request Time-out\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static readonly CertificateAuthority Root = CertificateAuthority.Root();

    [Theory]
    [InlineData(Stray)]
    [InlineData(TimedOut)]
    [InlineData("")]
    public async Task A_write_goes_to_a_new_connection_if_the_one_opened_ahead_is_unusable(string greeting)
    {
        using var certificate = Root.Server();
        using var roots = new RootsFile(Root.Certificate);
        await using var api = new ScriptedApi(Reply.Ok(Own)) { Certificate = certificate, Greeting = number => number == 1 ? greeting : null };
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named("PostAsync"), null, ("TRUSTED_ROOTS", roots.Path));
        await api.ConnectionAsync();

        Assert.Equal("own", (await probe.InvokeAsync()).Text("text"));

        Assert.Equal((1, 2), (api.Requests.Count, api.Connections));
    }

    [Fact]
    public async Task A_write_is_not_sent_to_a_server_that_always_speaks_first()
    {
        using var certificate = Root.Server();
        using var roots = new RootsFile(Root.Certificate);
        await using var api = new ScriptedApi(Reply.Ok(Own)) { Certificate = certificate, Greeting = _ => "220 smtp.example ESMTP\r\n" };
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named("PostAsync"), null, ("TRUSTED_ROOTS", roots.Path), ("PROBE_API_MAX_ATTEMPTS", "1"));
        await api.ConnectionAsync();

        var outputs = await probe.InvokeAsync();

        Assert.Equal("ExternalApiError", outputs.Text("errorCode"));
    }

    [Theory]
    [InlineData("PostAsync")]
    [InlineData("SendAsync POST without a body")]
    [InlineData("PutAsync")]
    [InlineData("GetAsync")]
    public async Task A_request_goes_to_a_new_connection_if_something_arrived_on_the_idle_one(string call)
    {
        using var sent = new SemaphoreSlim(0);
        var head = $"HTTP/1.1 200 OK\r\nContent-Length: {Own.Length}\r\n\r\n";
        await using var api = new ScriptedApi(_ => Reply.RawInTwo(head + Own, Stray, TimeSpan.Zero, () => sent.Release()));
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named(call));

        for (var i = 1; i <= 100; i++)
        {
            (await probe.InvokeAsync()).AssertSuccess();
            await sent.WaitAsync(TestContext.Current.CancellationToken);
            Assert.Equal((i, i), (api.Requests.Count, api.Connections));
        }
    }

    [Fact]
    public async Task A_token_is_the_reply_to_its_own_request()
    {
        var number = 0;
        await using var tokens = new ScriptedApi(_ => Token(Interlocked.Increment(ref number)));
        await using var api = new ScriptedApi(Reply.Ok(Own));
        var probe = Probe.WithSecret(
            api.BaseUrl,
            ProbeCalls.Named("GetAsync"),
            ["""{"client_id":"c","client_secret":"s"}"""],
            ("PROBE_API_AUTH", "oauth2"),
            ("PROBE_API_TOKEN_URL", tokens.BaseUrl));

        for (var i = 0; i < 50; i++)
        {
            await probe.InvokeAsync();
        }

        Assert.Equal(Enumerable.Range(1, 25).Select(i => $"Bearer token-{2 * i}"), api.Requests.Select(request => request["Authorization"]));

        static Reply Token(int number)
        {
            var (own, stray) = (Json($"token-{number}"), Json("stray"));
            if (number % 2 == 0)
            {
                return Reply.Ok(own);
            }

            var rest = $"HTTP/1.1 200 OK\r\nContent-Length: {stray.Length}\r\n\r\n{stray}";
            return Reply.RawInTwo($"HTTP/1.1 200 OK\r\nContent-Length: {own.Length}\r\nContent-Length: {own.Length + rest.Length}\r\n\r\n", own + rest, TimeSpan.Zero);
        }

        static string Json(string token) => $$"""{"access_token":"{{token}}","token_type":"bearer","expires_in":1}""";
    }

    [Fact]
    public async Task A_secret_is_the_reply_to_its_own_request()
    {
        var number = 0;
        await using var manager = new ScriptedApi(request => Interlocked.Increment(ref number) % 2 == 1
            ? Reply.RawAndOpen($"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: {2 + Stray.Length}\r\n\r\n{{}}{Stray}")
            : Reply.Ok(Own));
        using var client = new SecretsManagerHttp(new ServerTrust("")).CreateHttpClient(new AmazonSecretsManagerConfig());

        for (var i = 0; i < 50; i++)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri(manager.BaseUrl), TestContext.Current.CancellationToken));
            Assert.Equal(Own, await client.GetStringAsync(new Uri(manager.BaseUrl), TestContext.Current.CancellationToken));
        }
    }
}
