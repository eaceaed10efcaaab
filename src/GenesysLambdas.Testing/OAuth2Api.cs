namespace GenesysLambdas.Testing;

/// <summary>An external API on loopback with a token endpoint at <c>/oauth/token</c>.</summary>
public class OAuth2Api : IAsyncDisposable
{
    /// <summary>A secret that the token endpoint accepts.</summary>
    public const string Secret = """{"client_id":"the-client","client_secret":"s3cret"}""";

    private const string TokenTarget = "/oauth/token";

    private readonly ScriptedApi _api;
    private int _tokens;

    /// <summary>Replies to token requests with token-1, token-2 and so on, each valid for a day, by default.</summary>
    public OAuth2Api(Func<RecordedRequest, Reply> api, Func<RecordedRequest, Reply>? token = null)
    {
        token ??= _ => NextToken();
        _api = new ScriptedApi(request => request.Target == TokenTarget ? token(request) : api(request));
    }

    /// <summary>Its address, and the token endpoint's.</summary>
    public string BaseUrl => _api.BaseUrl;

    /// <summary>The requests for tokens so far.</summary>
    public IReadOnlyList<RecordedRequest> TokenRequests => [.. _api.Requests.Where(request => request.Target == TokenTarget)];

    /// <summary>All other requests so far.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _api.Requests.Where(request => request.Target != TokenTarget)];

    /// <summary>The only request so far that is not for a token.</summary>
    public RecordedRequest Request => Assert.Single(Requests);

    /// <summary>Sends these replies in order. The last one is repeated.</summary>
    public static OAuth2Api Answering(params Reply[] replies) => new(InOrder(replies));

    /// <summary>The reply to the next request for a token.</summary>
    public Reply NextToken(int expiresIn = 86399) =>
        Reply.Ok($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","token_type":"bearer","expires_in":{{expiresIn}}}""");

    public TestFunction Function(string lookup, TimeProvider? time = null) => new TestFunction(lookup, BaseUrl, time).Secret(Secret);

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The replies in order. The last one is repeated.</summary>
    protected static Func<RecordedRequest, Reply> InOrder(Reply[] replies)
    {
        var next = -1;
        return _ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)];
    }
}
