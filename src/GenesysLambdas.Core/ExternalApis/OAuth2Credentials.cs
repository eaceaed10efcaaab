using GenesysLambdas.Answers;
using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>
/// A token by OAuth2 client credentials (RFC 6749, section 4.4), kept until shortly before it expires, with one request under way
/// however many callers wait.
/// </summary>
/// <param name="secrets">Where client id and secret come from.</param>
/// <param name="secretSetting">The setting that names the secret, for messages.</param>
/// <param name="endpoint">Where tokens come from.</param>
/// <param name="time">The clock.</param>
internal sealed class OAuth2Credentials(SecretSource secrets, string secretSetting, TokenEndpoint endpoint, TimeProvider time) : ICredentialSource
{
    /// <summary>How long before its end a token is not used any more: it must outlive the request that shows it.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Task<Credentials>? _fetching;
    private Credentials? _token;
    private DateTimeOffset _freshUntil;
    private DateTimeOffset? _droppedAt;

    public Task<Credentials> GetAsync(CancellationToken cancellationToken)
    {
        Task<Credentials> fetching;
        lock (_lock)
        {
            // By the wall clock: a frozen function's other clocks may stand still, while its token ages.
            if (_token is not null && time.GetUtcNow() < _freshUntil)
            {
                return Task.FromResult(_token);
            }

            // It is nobody's call in particular, so nobody's cancellation ends it: the endpoint's time-outs do.
            fetching = _fetching ??= Task.Run(FetchAsync);
        }

        return fetching.WaitAsync(cancellationToken);
    }

    /// <summary>Drops a token that was refused.</summary>
    /// <returns>False where one was dropped a moment ago: it is not the token that this API refuses.</returns>
    public Task<bool> RenewAsync(Credentials refused, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_token == refused)
            {
                var now = time.GetUtcNow();
                if (now - _droppedAt < SecretSource.Pause)
                {
                    return Task.FromResult(false);
                }

                (_token, _droppedAt) = (null, now);
            }

            return Task.FromResult(true);
        }
    }

    private async Task<Credentials> FetchAsync()
    {
        try
        {
            return Keep(await RequestAsync());
        }
        catch
        {
            lock (_lock)
            {
                _fetching = null;
            }

            throw;
        }
    }

    private async Task<AccessToken> RequestAsync()
    {
        var secret = await secrets.GetAsync(CancellationToken.None);
        var answer = await endpoint.RequestAsync(ClientOf(secret));
        if (answer.RefusesClient && await secrets.RenewAsync(secret, CancellationToken.None) is { } fresh)
        {
            answer = await endpoint.RequestAsync(ClientOf(fresh));
        }

        return answer.TokenOrThrow();
    }

    private OAuth2Client ClientOf(Secret secret) => secret is { ClientId: { } id, ClientSecret: { } password }
        ? new(id, password, secret.Scope)
        : throw Credentials.LacksMembers(secretSetting, "client_id and client_secret");

    private Credentials Keep(AccessToken token)
    {
        var credentials = Credentials.Of(token);
        lock (_lock)
        {
            (_fetching, _token, _freshUntil) = (null, credentials, time.GetUtcNow() + token.Lifetime - Margin);
            return credentials;
        }
    }
}
