using GenesysLambdas.Caching;
using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>Tokens by OAuth2 client credentials (RFC 6749, section 4.4), kept until shortly before they expire, and renewed before that.</summary>
/// <param name="client">The secret with client id and client secret.</param>
/// <param name="endpoint">Where tokens come from.</param>
internal sealed class OAuth2Tokens(KeptValue<Secret> client, TokenEndpoint endpoint)
{
    // A token must outlive the request that carries it.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    // The part of its usable time after which a token is renewed in the background.
    private const double RenewAt = 0.8;

    /// <summary>Buys a token: to the external API it is a secret that holds a token.</summary>
    public async Task<Fetched<Secret>> FetchAsync()
    {
        var (token, lifetime) = await RequestAsync();
        var usable = lifetime > Margin ? lifetime - Margin : TimeSpan.Zero;
        return new(token, usable * RenewAt, usable);
    }

    private async Task<(Secret Token, TimeSpan Lifetime)> RequestAsync()
    {
        var secret = await client.GetAsync(CancellationToken.None);
        var answer = await endpoint.RequestAsync(secret);
        if (answer.RefusesClient && await client.ReplaceAsync(secret, CancellationToken.None) is { } fresh)
        {
            answer = await endpoint.RequestAsync(fresh);
        }

        return answer.TokenOrThrow();
    }
}
