using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Certificates;

namespace GenesysLambdas.Core.Tests.Connections;

/// <summary>Servers that send more, or something other, than the reply (RFC 9112, section 6.3): nobody gets the reply to another's request.</summary>
public sealed class MixedUpReplyTests
{
    private const int Calls = 300;

    private static readonly CertificateAuthority Root = CertificateAuthority.Root();

    /// <summary>What follows the reply, and would be taken for the reply to the next request.</summary>
    private static readonly string Stray = Message("200 OK", $"Content-Length: {Json("stray").Length}", Json("stray"));

    private static readonly string Own = Json("own");

    /// <summary>Replies by name: what comes at once, what comes later, and how the call ends: with its own reply, or with an error.</summary>
    private static readonly Dictionary<string, (string Now, string Later, bool IsError)> Replies = new()
    {
        ["two lengths, the shorter first"] = (Head("200 OK", $"Content-Length: {Own.Length}", $"Content-Length: {Own.Length + Stray.Length}"), Own + Stray, true),
        ["two lengths, the longer first"] = (Head("200 OK", $"Content-Length: {Own.Length + Stray.Length}", $"Content-Length: {Own.Length}"), Own + Stray, true),
        ["two lengths in one line"] = (Head("200 OK", $"Content-Length: {Own.Length}, {Own.Length + Stray.Length}"), Own + Stray, true),
        ["a length and none"] = (Head("200 OK", $"Content-Length: {Own.Length}", "Content-Length:"), Own + Stray, true),
        ["two lengths, one of them zero"] = (Head("200 OK", "Content-Length: 0", $"Content-Length: {Stray.Length}"), Stray, true),
        ["a length with a sign"] = (Head("200 OK", $"Content-Length: +{Own.Length}"), Own + Stray, true),
        ["a length in hexadecimal"] = (Head("200 OK", $"Content-Length: 0x{Own.Length:x}"), Own + Stray, true),
        ["a length in another case"] = (Head("200 OK", $"Content-Length: {Own.Length}", $"content-length: {Own.Length + Stray.Length}"), Own + Stray, true),
        ["a length, then chunks"] = (Head("200 OK", $"Content-Length: {Chunks(Own).Length + Stray.Length}", "Transfer-Encoding: chunked"), Chunks(Own) + Stray, true),
        ["chunks, then a length"] = (Head("200 OK", "Transfer-Encoding: chunked", $"Content-Length: {Own.Length}"), Chunks(Own) + Stray, true),
        ["a length and another coding"] = (Head("200 OK", $"Content-Length: {Own.Length}", "Transfer-Encoding: identity"), Own + Stray, true),
        ["a length and codings in two lines"] = (Head("200 OK", $"Content-Length: {Own.Length}", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked"), Chunks(Own) + Stray, true),
        ["chunks that are not the last coding"] = (Head("200 OK", "Transfer-Encoding: chunked, identity"), Chunks(Own) + Stray, true),
        ["chunks twice"] = (Head("200 OK", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"), Chunks(Own) + Stray, true),
        ["chunks from HTTP/1.0"] = (Head("200 OK", "Transfer-Encoding: chunked", "Connection: keep-alive").Replace("1.1", "1.0", StringComparison.Ordinal), Chunks(Own) + Stray, true),
        ["204 with a body and its length"] = (Head("204 No Content", $"Content-Length: {Stray.Length}"), Stray, true),
        ["204 with a body without a length"] = (Head("204 No Content"), Stray, true),
        ["204 with chunks"] = (Head("204 No Content", "Transfer-Encoding: chunked"), Chunks(Own) + Stray, true),
        ["205 and then a body"] = (Head("205 Reset Content", "Content-Length: 0"), Stray, true),
        ["304 with a body and its length"] = (Head("304 Not Modified", $"Content-Length: {Stray.Length}"), Stray, true),
        ["304 with a body without a length"] = (Head("304 Not Modified"), Stray, true),
        ["101 and another reply"] = (Head("101 Switching Protocols"), Stray, true),
    };

    /// <summary>The same of replies that end where they say, and after which something follows.</summary>
    private static readonly Dictionary<string, (string Now, string Later)> Followed = new()
    {
        ["a length"] = (Message("200 OK", $"Content-Length: {Own.Length}", Own), Stray),
        ["a length, twice the same"] = (Head("200 OK", $"Content-Length: {Own.Length}", $"Content-Length: {Own.Length}") + Own, Stray),
        ["the same length in a list"] = (Head("200 OK", $"Content-Length: {Own.Length}, {Own.Length}") + Own, Stray),
        ["chunks"] = (Head("200 OK", "Transfer-Encoding: chunked") + Chunks(Own), Stray),
        ["chunks with a trailer"] = (Head("200 OK", "Transfer-Encoding: chunked") + $"{Own.Length:x}\r\n{Own}\r\n0\r\nContent-Length: 5\r\n\r\n", Stray),
        ["100 Continue before it"] = (Head("100 Continue") + Message("200 OK", $"Content-Length: {Own.Length}", Own), Stray),
        ["103 with a length before it"] = (Head("103 Early Hints", "Content-Length: 7", "Transfer-Encoding: chunked") + Message("200 OK", $"Content-Length: {Own.Length}", Own), Stray),
    };

    public static TheoryData<string, bool> Kinds => [.. from kind in Replies.Keys from tls in (bool[])[false, true] select new TheoryDataRow<string, bool>(kind, tls)];

    public static TheoryData<string, bool> FollowedKinds => [.. from kind in Followed.Keys from tls in (bool[])[false, true] select new TheoryDataRow<string, bool>(kind, tls)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_reply_whose_end_is_unclear_ends_its_connection(string kind, bool tls)
    {
        var (now, later, isError) = Replies[kind];
        var count = 0;
        await AssertOwnAnswersAsync(tls, isError, _ => (Interlocked.Increment(ref count) % 3) switch
        {
            0 => Reply.RawAndOpen(now + later),
            1 => Reply.RawInTwo(now, later, TimeSpan.Zero),
            _ => Reply.RawInTwo(now, later, TimeSpan.FromMilliseconds(1)),
        });
    }

    [Theory]
    [MemberData(nameof(FollowedKinds))]
    public Task Does_not_reuse_a_connection_with_data_after_the_reply(string kind, bool tls) =>
        AssertOwnAnswersAsync(tls, isError: false, _ => Reply.RawAndOpen(Followed[kind].Now + Followed[kind].Later));

    [Theory]
    [MemberData(nameof(FollowedKinds))]
    public async Task Does_not_reuse_a_connection_with_data_while_idle(string kind, bool tls)
    {
        using var sent = new SemaphoreSlim(0);
        await AssertOwnAnswersAsync(tls, isError: false, _ => Reply.RawInTwo(Followed[kind].Now, Followed[kind].Later, TimeSpan.Zero, () => sent.Release()), () => sent.WaitAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Callers_at_once_do_not_get_each_others_replies(bool tls)
    {
        using var certificate = Root.Server();
        await using var api = new ScriptedApi(request => (Number(request) % 4) switch
        {
            0 => Reply.RawAndOpen(Head("204 No Content") + Stray),
            1 => Reply.RawInTwo(Head("200 OK", "Content-Length: 0", $"Content-Length: {Stray.Length}"), Stray, TimeSpan.Zero),
            2 => Reply.RawAndOpen(Message("200 OK", $"Content-Length: {Json($"{Number(request)}").Length}", Json($"{Number(request)}")) + Stray),
            _ => Reply.Ok(Json($"{Number(request)}")),
        })
        {
            Certificate = tls ? certificate : null,
        };
        using var roots = new RootsFile(Root.Certificate);
        var numbers = 0;
        var probe = Probe.Create(api.BaseUrl, call => ProbeCalls.Named("GetAsync", $"{Interlocked.Increment(ref numbers)}")(call), null, ("TRUSTED_ROOTS", roots.Path));

        await Parallel.ForEachAsync(Enumerable.Range(0, 8), async (_, _) =>
        {
            for (var i = 0; i < Calls / 4; i++)
            {
                var outputs = await probe.InvokeAsync();
                Assert.NotEqual("stray", outputs.Text("text"));
                Assert.True(outputs.Flag("success") || outputs.Text("errorCode") is "ExternalApiError" or "CircuitOpen", outputs.GetRawText());
            }
        });
    }

    [Fact]
    public async Task Reuses_a_connection_after_a_well_formed_reply()
    {
        var replies = 0;
        await using var api = new ScriptedApi(_ => (Interlocked.Increment(ref replies) % 3) switch
        {
            0 => Reply.Ok(Own),
            1 => Reply.RawAndOpen(Head("200 OK", "Transfer-Encoding: chunked") + Chunks(Own)),
            _ => Reply.RawAndOpen(Head("200 OK", $"Content-Length: {Own.Length}", $"Content-Length: {Own.Length}") + Own),
        });
        var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named("GetAsync"));

        for (var i = 0; i < Calls; i++)
        {
            Assert.Equal("own", (await probe.InvokeAsync()).Text("text"));
        }

        Assert.Equal((Calls, 1), (api.Requests.Count, api.Connections));
    }

    private static async Task AssertOwnAnswersAsync(bool tls, bool isError, Func<RecordedRequest, Reply> reply, Func<Task>? between = null)
    {
        using var certificate = Root.Server();
        await using var api = new ScriptedApi(reply) { Certificate = tls ? certificate : null };
        using var roots = new RootsFile(Root.Certificate);
        var calls = tls ? Calls / 10 : Calls;
        for (var i = 0; i < calls; i += 10)
        {
            var probe = Probe.Create(api.BaseUrl, ProbeCalls.Named("SearchAsync"), null, ("TRUSTED_ROOTS", roots.Path));
            for (var j = 0; j < 10; j++)
            {
                var outputs = await probe.InvokeAsync();
                Assert.Equal(isError ? ("ExternalApiError", "") : ("", "own"), (outputs.Text("errorCode"), outputs.Text("text")));
                await (between?.Invoke() ?? Task.CompletedTask);
            }
        }

        Assert.Equal((calls, calls), (api.Requests.Count, api.Connections));
    }

    private static int Number(RecordedRequest request) => int.Parse(request.Target.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static string Json(string id) => $$"""{"id":"{{id}}"}""";

    private static string Head(string status, params string[] headers) => $"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    private static string Message(string status, string header, string body) => Head(status, header) + body;

    private static string Chunks(string body) => $"{body.Length:x}\r\n{body}\r\n0\r\n\r\n";
}
