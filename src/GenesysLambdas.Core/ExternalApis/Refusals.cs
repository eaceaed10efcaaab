using System.Net;
using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.Secrets;
using GenesysLambdas.Core.Timing;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>
/// Caches a server's last refusal, so that the request is not sent again for as long as the server asks or, if it does not say, for a few
/// seconds. A refusal applies to one secret: a different one is tried at once. A success clears it.
/// </summary>
/// <remarks>
/// If the server does not say how long, the refusal applies only to the same request, which may be for a record that nobody is allowed to read. It
/// applies to all requests once a different one has been refused too, with no success in between.
/// </remarks>
internal sealed class Refusals(TimeProvider time)
{
    /// <summary>The longest time to send no requests, even if the server asks for more: it may be wrong, or may be restarted.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>How long a refusal is cached if the server does not say.</summary>
    internal static readonly TimeSpan Lifetime = CacheTimes.RefusalLifetime;

    // For a 429 without Retry-After: rate limits are often per second.
    private static readonly TimeSpan Throttled = TimeSpan.FromSeconds(2);

    // A refused secret may have been replaced, and we do not ask Secrets Manager every time. So a refusal is cached only after this many refusals.
    private const int Believable = 3;

    private readonly Lock _lock = new();
    private Entry? _last;

    /// <summary>The cached refusal for a request; null if the request may be sent.</summary>
    public Refused? Find(Secret? secret, int fingerprint)
    {
        lock (_lock)
        {
            return LastOf(secret) is { } last && (last.IsForAll || last.Fingerprint == fingerprint)
                && last.For - last.Since.Age(time) is var left && left > TimeSpan.Zero
                ? new(last.Reply, last.IsTimed ? left : null)
                : null;
        }
    }

    /// <summary>Caches a reply if it is a refusal; clears the cached refusal if it is a success.</summary>
    public void Report(Secret? secret, int fingerprint, ApiReply reply, Moment began)
    {
        // RFC 6585, section 4, and RFC 9110, section 15.6.4.
        var asked = reply.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable ? reply.RetryAfter(time.GetUtcNow()) : null;
        lock (_lock)
        {
            var last = LastOf(secret);
            if (asked is { } wait)
            {
                Set(new(secret, fingerprint, reply.ToCached(), wait < Longest ? wait : Longest) { IsTimed = true, IsForAll = true });
            }
            else if (reply.Status == HttpStatusCode.TooManyRequests)
            {
                Set(new(secret, fingerprint, reply.ToCached(), Throttled));
            }
            else if (reply.Status == HttpStatusCode.Unauthorized)
            {
                var times = last is { Reply.Status: HttpStatusCode.Unauthorized } ? last.Times + 1 : 1;
                Set(new(secret, fingerprint, reply.ToCached(), times < Believable ? TimeSpan.Zero : Lifetime) { Times = times });
            }
            else if (!reply.RefusesCredentials && !reply.IsTransient && last is not null && !(last.IsTimed && began.IsBefore(last.Since)))
            {
                _last = null;
            }
        }
    }

    /// <summary>Caches a refusal for <see cref="Lifetime"/>.</summary>
    /// <param name="secret">The secret that was refused, which is known to be the newest.</param>
    public void Add(Secret? secret, int fingerprint, ApiReply reply)
    {
        lock (_lock)
        {
            Set(new(secret, fingerprint, reply, Lifetime) { Times = Believable });
        }
    }

    // Called with the lock held.
    private void Set(Entry entry)
    {
        var last = LastOf(entry.Secret);
        // A shorter refusal does not replace a longer one.
        if (last is not { IsTimed: true } || last.For - last.Since.Age(time) < entry.For)
        {
            var isForAll = entry.IsForAll || (last is not null && (last.IsForAll || last.Fingerprint != entry.Fingerprint));
            _last = entry with { Since = Moment.Now(time), IsForAll = isForAll };
        }
    }

    private Entry? LastOf(Secret? secret) => _last is { } last && (secret is null ? last.Secret is null : secret.IsSameAs(last.Secret)) ? last : null;

    private sealed record Entry(Secret? Secret, int Fingerprint, ApiReply Reply, TimeSpan For)
    {
        public Moment Since { get; init; }

        public bool IsForAll { get; init; }

        public bool IsTimed { get; init; }

        public int Times { get; init; }
    }
}

/// <param name="Wait">How much longer to wait; null if waiting does not help.</param>
internal readonly record struct Refused(ApiReply Reply, TimeSpan? Wait);
