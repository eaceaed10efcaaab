using GenesysLambdas.Answers;
using GenesysLambdas.Caching;
using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>A token by OAuth2 client credentials (RFC 6749, section 4.4), kept until shortly before it expires, and renewed before that.</summary>
/// <param name="secrets">Where client id and secret come from.</param>
/// <param name="secretSetting">The setting that names the secret, for messages.</param>
/// <param name="endpoint">Where tokens come from.</param>
/// <param name="time">The clock.</param>
internal sealed class OAuth2Credentials(KeptValue<Secret> secrets, string secretSetting, TokenEndpoint endpoint, TimeProvider time) : ICredentialSource
{
    /// <summary>How long before its end a token is not used any more: it must outlive the request that shows it.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>The part of its time after which a token is renewed beside the callers.</summary>
    private const double RenewAt = 0.8;

    private readonly KeptValue<Credentials> _token = new(async () => Keep(await RequestAsync(secrets, secretSetting, endpoint)), time);

    public Task<Credentials> GetAsync(CancellationToken cancellationToken) => _token.GetAsync(cancellationToken);

    public Task<Credentials?> ReplaceAsync(Credentials refused, CancellationToken cancellationToken) => _token.ReplaceAsync(refused, cancellationToken);

    private static Fetched<Credentials> Keep(AccessToken token)
    {
        var usable = token.Lifetime > Margin ? token.Lifetime - Margin : TimeSpan.Zero;
        return new(Credentials.Of(token), usable * RenewAt, usable);
    }

    private static async Task<AccessToken> RequestAsync(KeptValue<Secret> secrets, string secretSetting, TokenEndpoint endpoint)
    {
        var secret = await secrets.GetAsync(CancellationToken.None);
        var answer = await endpoint.RequestAsync(ClientOf(secret, secretSetting));
        if (answer.RefusesClient && await secrets.ReplaceAsync(secret, CancellationToken.None) is { } fresh)
        {
            answer = await endpoint.RequestAsync(ClientOf(fresh, secretSetting));
        }

        return answer.TokenOrThrow();
    }

    private static OAuth2Client ClientOf(Secret secret, string secretSetting) => secret is { ClientId: { } id, ClientSecret: { } password }
        ? new(id, password, secret.Scope)
        : throw Credentials.LacksMembers(secretSetting, "client_id and client_secret");
}
