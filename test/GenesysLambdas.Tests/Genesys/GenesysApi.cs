using GenesysLambdas.Cli.StandIns.Genesys;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Genesys;

/// <summary>Genesys Cloud on loopback: a token endpoint at <c>/oauth/token</c>, and whatever a test adds to it.</summary>
internal sealed class GenesysApi : IAsyncDisposable
{
    public const string Secret = """{"client_id":"the-client","client_secret":"s3cret"}""";

    private const string TokenTarget = "/oauth/token";

    private readonly ScriptedApi _api;
    private int _tokens;

    /// <summary>Answers token requests with token-1, token-2 and so on, each good for a day.</summary>
    public GenesysApi(Func<RecordedRequest, Reply> api, Func<RecordedRequest, Reply>? token = null)
    {
        token ??= _ => NextToken();
        _api = new ScriptedApi(request => request.Target == TokenTarget ? token(request) : Refusal(request) ?? api(request));
    }

    public string BaseUrl => _api.BaseUrl;

    public IReadOnlyList<RecordedRequest> TokenRequests => [.. _api.Requests.Where(request => request.Target == TokenTarget)];

    public IReadOnlyList<RecordedRequest> Requests => [.. _api.Requests.Where(request => request.Target != TokenTarget)];

    public RecordedRequest Request => Assert.Single(Requests);

    /// <summary>Answers with one reply after the other; the last stays.</summary>
    public static GenesysApi Answering(params Reply[] replies)
    {
        var next = -1;
        return new(_ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]);
    }

    public Reply NextToken(int expiresIn = 86399) =>
        Reply.Ok($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","token_type":"bearer","expires_in":{{expiresIn}}}""");

    public TestFunction Function(string lookup, TimeProvider? time = null) => new TestFunction(lookup, BaseUrl, time).Secret(Secret);

    /// <summary>Genesys Cloud refuses what it does not document, so no test may pass by asking for it.</summary>
    private static Reply? Refusal(RecordedRequest request)
    {
        var parts = request.Target.Split('?', 2);
        return parts is [var path, var query] && Expansion.Undocumented(path, query) is not null
            ? Reply.Status(400, """{"message":"The value of the parameter expand is not valid.","code":"bad.request","status":400}""")
            : null;
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();
}
