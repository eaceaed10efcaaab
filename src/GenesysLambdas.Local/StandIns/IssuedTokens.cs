using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace GenesysLambdas.Local.StandIns;

/// <summary>The tokens that a token endpoint issued, until they expire.</summary>
public sealed class IssuedTokens(TimeProvider time, TimeSpan lifetime)
{
    private readonly ConcurrentDictionary<string, long> _issued = new(StringComparer.Ordinal);

    /// <summary>How long a token is valid.</summary>
    public TimeSpan Lifetime { get; } = lifetime;

    /// <summary>A new token.</summary>
    public string Issue()
    {
        var token = "local-" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        _issued[token] = time.GetTimestamp();
        return token;
    }

    /// <summary>Whether a request carries one of them that has not expired.</summary>
    public bool Holds(HttpRequest request) =>
        StandInToken.BearerOf(request) is { } token && _issued.TryGetValue(token, out var since) && time.GetElapsedTime(since) < Lifetime;
}
