using System.Security.Cryptography;
using System.Text;
using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Core.Secrets;

namespace GenesysLambdas.Core.HttpAccess;

/// <summary>
/// The valid tokens: the current and the previous version of the secret, so that a token can be rotated without calls being refused.
/// Only their hashes are cached. All have the same length, so comparing them takes the same time whatever the token.
/// </summary>
internal sealed class HttpTokens
{
    private const string PreviousVersion = "AWSPREVIOUS";

    // Anyone can send invalid tokens, which must not each cause a request to Secrets Manager.
    private static readonly TimeSpan ShortestTimeToLive = TimeSpan.FromSeconds(5);

    private byte[] _current = [];
    private byte[] _previous = [];

    private static string SettingName => HttpAccessSettings.TokenSecretId.Name;

    private HttpTokens()
    {
    }

    /// <summary>Why the last attempt to read the secret failed; null if it succeeded.</summary>
    public LookupException? Problem { get; private init; }

    /// <summary>True if every token is refused.</summary>
    public bool AreNone => _current.Length == 0;

    /// <summary>
    /// The tokens. They are cached like other secrets while Secrets Manager is down, but not once it reports that the secret is gone. The absence of
    /// tokens is cached for a few seconds.
    /// </summary>
    /// <exception cref="LookupException">A setting is missing or malformed.</exception>
    public static ICachedValue<HttpTokens> CreateCache(OutboundServices services)
    {
        var timeToLive = SecretFetch.TimeToLive(services.Settings) is var set && set > ShortestTimeToLive ? set : ShortestTimeToLive;
        var fetch = new SecretFetch(services.SecretsManager, SettingName, services.Settings.Required(HttpAccessSettings.TokenSecretId), services.Time);
        HttpTokens? cached = null;
        return new CachedValue<HttpTokens>(FetchAsync, services.Time);

        async Task<Fetched<HttpTokens>> FetchAsync()
        {
            try
            {
                cached = await GetAsync(fetch);
                // A busy function renews them in the background. One that was idle must not accept a token that was replaced long ago.
                return new(cached, timeToLive, 2 * timeToLive);
            }
            catch (LookupException exception) when (cached is not null && SecretFetch.Judge(exception) != FetchFailure.Denied)
            {
                var last = new HttpTokens { _current = cached._current, _previous = cached._previous, Problem = exception };
                return new(last, ShortestTimeToLive, Timeout.InfiniteTimeSpan);
            }
            catch (LookupException exception)
            {
                cached = null;
                return new(new() { Problem = exception }, ShortestTimeToLive, ShortestTimeToLive);
            }
        }
    }

    public bool Accept(string token)
    {
        var hash = Hash(token);
        // Always compares both.
        return CryptographicOperations.FixedTimeEquals(hash, _current) | CryptographicOperations.FixedTimeEquals(hash, _previous);
    }

    private static async Task<HttpTokens> GetAsync(SecretFetch fetch)
    {
        var (current, previous) = (fetch.GetAsync(), PreviousAsync(fetch));
        await Task.WhenAll(current, previous);
        var hash = HashOf(await current)
            ?? throw SecretFailure.Unusable(SettingName, "does not contain a token of visible ASCII characters without spaces or commas");
        return new() { _current = hash, _previous = await previous ?? hash };
    }

    // A secret that was never rotated has no previous version, and an unusable one is ignored.
    private static async Task<byte[]?> PreviousAsync(SecretFetch fetch)
    {
        try
        {
            return HashOf(await fetch.GetAsync(PreviousVersion));
        }
        catch (LookupException exception) when (exception.Failure.Reason is FailureReason.SecretMissing or FailureReason.SecretUnusable)
        {
            return null;
        }
    }

    private static byte[]? HashOf(Secret secret) => secret.Token is { } token && HttpToken.IsValid(token) ? Hash(token) : null;

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
