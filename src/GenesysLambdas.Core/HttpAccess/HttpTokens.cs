using System.Security.Cryptography;
using System.Text;
using Amazon.SecretsManager;
using GenesysLambdas.Answers;
using GenesysLambdas.Caching;
using GenesysLambdas.Secrets;
using GenesysLambdas.Settings;

namespace GenesysLambdas.HttpAccess;

/// <summary>
/// The tokens that open the door: the current and the previous version of the secret, so that a token is rotated without refusals.
/// Only their hashes are kept, all of one length, so comparing them takes the same time whatever the token.
/// </summary>
internal sealed class HttpTokens
{
    private const string Setting = "HTTP_TOKEN_SECRET_ID";
    private const string PreviousVersion = "AWSPREVIOUS";

    // Anybody can send wrong tokens, and must not be able to make each of them a request to Secrets Manager.
    private static readonly TimeSpan ShortestTimeToLive = TimeSpan.FromSeconds(5);

    private byte[] _current = [];
    private byte[] _previous = [];

    private HttpTokens()
    {
    }

    /// <summary>Why there are no tokens, so that the door stays closed; null: there are.</summary>
    public LookupException? Problem { get; private init; }

    /// <summary>The tokens, kept like other secrets. If there are none to keep, that is kept for a few seconds.</summary>
    /// <exception cref="LookupException">A setting is missing or malformed.</exception>
    public static KeptValue<HttpTokens> Keep(SettingsReader settings, Lazy<IAmazonSecretsManager> secretsManager, TimeProvider time)
    {
        var timeToLive = SecretFetch.TimeToLive(settings) is var set && set > ShortestTimeToLive ? set : ShortestTimeToLive;
        var fetch = new SecretFetch(secretsManager, Setting, settings.Required(Setting), time);
        var areKept = false;
        return new(FetchAsync, time);

        async Task<Fetched<HttpTokens>> FetchAsync()
        {
            try
            {
                var tokens = await GetAsync(fetch);
                areKept = true;
                return new(tokens, timeToLive, Timeout.InfiniteTimeSpan);
            }
            catch (LookupException e) when (!areKept)
            {
                return new(new HttpTokens { Problem = e }, ShortestTimeToLive, ShortestTimeToLive);
            }
        }
    }

    /// <summary>Whether a token opens the door.</summary>
    public bool Accept(string token)
    {
        var hash = Hash(token);
        // Both are compared, whichever it is.
        return CryptographicOperations.FixedTimeEquals(hash, _current) | CryptographicOperations.FixedTimeEquals(hash, _previous);
    }

    private static async Task<HttpTokens> GetAsync(SecretFetch fetch)
    {
        var (current, previous) = (fetch.GetAsync(), PreviousAsync(fetch));
        await Task.WhenAll(current, previous);
        var hash = HashOf(await current) ?? throw Unusable();
        return new() { _current = hash, _previous = await previous ?? hash };
    }

    // A secret that was never rotated has no previous version, and one in another form opens nothing.
    private static async Task<byte[]?> PreviousAsync(SecretFetch fetch)
    {
        try
        {
            return HashOf(await fetch.GetAsync(PreviousVersion));
        }
        catch (LookupException e) when (e.Failure.Reason is FailureReason.SecretMissing or FailureReason.SecretUnusable)
        {
            return null;
        }
    }

    private static byte[]? HashOf(Secret secret) => secret.Token is { } token && HttpToken.IsValid(token) ? Hash(token) : null;

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static LookupException Unusable() => new(
        new Failure(ErrorCode.ConfigurationError, $"The secret named by {Setting} does not hold a token of visible ASCII characters without spaces and commas")
        {
            Reason = FailureReason.SecretUnusable,
            Subject = Setting,
        });
}
