using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace GenesysLambdas.Local.StandIns;

/// <summary>The tokens of a token endpoint, until they expire.</summary>
public sealed class IssuedTokens(TimeProvider time, TimeSpan lifetime)
{
    private readonly ConcurrentDictionary<string, long> _issued = new(StringComparer.Ordinal);

    public TimeSpan Lifetime { get; } = lifetime;

    public string Issue()
    {
        var token = "local-" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        _issued[token] = time.GetTimestamp();
        return token;
    }

    /// <summary>Whether a request has a valid issued token.</summary>
    public bool Holds(HttpRequest request) =>
        StandInToken.BearerOf(request) is { } token && _issued.TryGetValue(token, out var since) && time.GetElapsedTime(since) < Lifetime;
}
