using System.Net.Http.Headers;
using System.Text;
using GenesysLambdas.Answers;
using GenesysLambdas.Connections;
using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>An OAuth2 token endpoint (RFC 6749, section 3.2). Asking it twice does no harm.</summary>
/// <param name="farEnd">Its name in messages.</param>
/// <param name="address">Its address.</param>
/// <param name="settings">The settings of the API that the tokens are for: they hold for the endpoint, too.</param>
/// <param name="trust">Which certificates are trusted.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenEndpoint(FarEnd farEnd, Uri address, ApiSettings settings, ServerTrust trust, TimeProvider time)
{
    private const string GrantType = "grant_type=client_credentials";

    // Several callers may be waiting for a token, so the attempts do not end with the deadline of one of them.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(9);

    private readonly Attempts _attempts = new(farEnd, settings, trust, time);

    /// <summary>Asks for a token.</summary>
    /// <exception cref="LookupException">There was no answer, or the secret holds no client id and client secret.</exception>
    public async Task<TokenAnswer> RequestAsync(Secret client)
    {
        var authorization = client is { ClientId: { } id, ClientSecret: { } password }
            ? Credentials.BasicValue(id, password, "client_id", settings.SecretSetting)
            : throw Credentials.LacksMembers(settings.SecretSetting, "client_id and client_secret");
        using var deadline = new Deadline(LongestWait, time);
        var reply = await _attempts.SendAsync(new(() => ToMessage(authorization, client.Scope), RetryPolicy.Safe, client), deadline, invocation: null);
        var answer = new TokenAnswer(reply, farEnd);
        // It lasts until somebody changes the secret, or the client at the endpoint.
        if (!reply.IsRemembered && answer.IsRefusal)
        {
            _attempts.Refusals.Remember(client, fingerprint: 0, reply.ToRemembered(withBody: true));
        }

        return answer;
    }

    // RFC 6749, section 4.4.2.
    private HttpRequestMessage ToMessage(string authorization, string? scope)
    {
        var form = scope is null ? GrantType : $"{GrantType}&scope={Uri.EscapeDataString(scope).Replace("%20", "+", StringComparison.Ordinal)}";
        var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes(form)) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") } },
        };
        message.Headers.TryAddWithoutValidation("Authorization", authorization);
        return message;
    }
}
