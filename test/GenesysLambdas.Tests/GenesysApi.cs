using GenesysLambdas.Cli.StandIns.Genesys;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests;

/// <summary>Genesys Cloud on loopback, which refuses what it does not document, so that no test passes by asking for it.</summary>
internal sealed class GenesysApi(Func<RecordedRequest, Reply> api, Func<RecordedRequest, Reply>? token = null)
    : OAuth2Api(request => Refusal(request) ?? api(request), token)
{
    /// <summary>Answers with one reply after the other; the last stays.</summary>
    public static new GenesysApi Answering(params Reply[] replies) => new(InOrder(replies));

    private static Reply? Refusal(RecordedRequest request)
    {
        var parts = request.Target.Split('?', 2);
        return parts is [var path, var query] && Expansion.Undocumented(path, query) is not null
            ? Reply.Status(400, """{"message":"The value of the parameter expand is not valid.","code":"bad.request","status":400}""")
            : null;
    }
}
