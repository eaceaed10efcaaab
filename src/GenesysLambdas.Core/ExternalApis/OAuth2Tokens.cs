using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.Secrets;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>OAuth2 tokens from the client credentials grant (RFC 6749, section 4.4). They are cached, and renewed before they expire.</summary>
internal sealed class OAuth2Tokens : ICachedValue<Secret>
{
    // A token must outlive the request that uses it.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    // The fraction of its usable lifetime after which a token is renewed in the background.
    private const double RenewAt = 0.8;

    private readonly ICachedValue<Secret> _client;
    private readonly TokenEndpoint _endpoint;
    private readonly CachedValue<Secret> _tokens;

    public OAuth2Tokens(ICachedValue<Secret> client, TokenEndpoint endpoint, TimeProvider time) =>
        (_client, _endpoint, _tokens) = (client, endpoint, new(FetchAsync, time));

    public async Task<Secret> GetAsync(CancellationToken cancellationToken)
    {
        // Once Secrets Manager denies the client secret, the token obtained with it is no longer used either.
        await _client.GetAsync(cancellationToken);
        return await _tokens.GetAsync(cancellationToken);
    }

    public Task<Secret?> ReplaceAsync(Secret refused, CancellationToken cancellationToken) => _tokens.ReplaceAsync(refused, cancellationToken);

    private async Task<Fetched<Secret>> FetchAsync()
    {
        var (token, lifetime) = await RequestAsync();
        var usable = lifetime > Margin ? lifetime - Margin : TimeSpan.Zero;
        return new(token, usable * RenewAt, usable);
    }

    private async Task<(Secret Token, TimeSpan Lifetime)> RequestAsync()
    {
        var secret = await _client.GetAsync(CancellationToken.None);
        var reply = await _endpoint.RequestAsync(secret);
        if (reply.IsRefusal && await _client.ReplaceAsync(secret, CancellationToken.None) is { } fresh && !fresh.IsSameAs(secret))
        {
            reply = await _endpoint.RequestAsync(fresh);
        }

        return reply.TokenOrThrow();
    }
}
