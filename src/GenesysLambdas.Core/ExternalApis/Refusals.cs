using System.Net;
using GenesysLambdas.Caching;
using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>
/// What a server refused a moment ago, so that it is not sent to it again: until the time that the server asks for has passed, or, if it
/// asks for none, for a few seconds. A refusal belongs to one secret: another is tried at once. A success ends it.
/// </summary>
/// <remarks>
/// If the server asks for no time, one request that is refused again and again, such as one for a record that nobody may read, is refused
/// alone: others are refused only once a second one has been refused too, with no success in between.
/// </remarks>
/// <param name="time">The clock.</param>
internal sealed class Refusals(TimeProvider time)
{
    /// <summary>The longest time to leave a server alone, however long it asks for: it may be wrong, or be restarted.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    // For a 429 without Retry-After: rate limits are often by the second.
    private static readonly TimeSpan Throttled = TimeSpan.FromSeconds(2);

    // So often a secret is refused before that is believed although Secrets Manager cannot be asked yet whether there is a newer one.
    private const int Believable = 3;

    private readonly Lock _lock = new();
    private Entry? _last;

    /// <summary>The refusal that a request would get again; null: it may be sent.</summary>
    public Refused? Find(Secret? secret, int fingerprint)
    {
        lock (_lock)
        {
            return LastOf(secret) is { } last && (last.IsForAll || last.Fingerprint == fingerprint) && last.For - last.Since.Age(time) is var left && left > TimeSpan.Zero
                ? new(last.Reply, last.IsTimed ? left : null)
                : null;
        }
    }

    /// <summary>Takes note of a reply.</summary>
    public void Report(Secret? secret, int fingerprint, ApiReply reply, Moment began)
    {
        // RFC 6585, section 4, and RFC 9110, section 15.6.4.
        var asked = reply.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable ? reply.RetryAfter(time.GetUtcNow()) : null;
        lock (_lock)
        {
            var last = LastOf(secret);
            if (asked is { } wait)
            {
                Keep(new(secret, fingerprint, reply.ToRemembered(), wait < Longest ? wait : Longest) { IsTimed = true, IsForAll = true });
            }
            else if (reply.Status == HttpStatusCode.TooManyRequests)
            {
                Keep(new(secret, fingerprint, reply.ToRemembered(), Throttled));
            }
            else if (reply.Status == HttpStatusCode.Unauthorized)
            {
                var times = last is { Reply.Status: HttpStatusCode.Unauthorized } ? last.Times + 1 : 1;
                Keep(new(secret, fingerprint, reply.ToRemembered(), times < Believable ? TimeSpan.Zero : Refusal.Memory) { Times = times });
            }
            else if (!reply.RefusesCredentials && !reply.IsTransient && last is not null && !(last.IsTimed && began.IsBefore(last.Since)))
            {
                _last = null;
            }
        }
    }

    /// <summary>Takes note that a request, or all requests, would be refused again for a few seconds.</summary>
    /// <param name="secret">The secret that was refused, of which it is known that there is no newer one.</param>
    /// <param name="fingerprint">Tells the request from others.</param>
    /// <param name="reply">What to answer with meanwhile.</param>
    public void Remember(Secret? secret, int fingerprint, ApiReply reply)
    {
        lock (_lock)
        {
            Keep(new(secret, fingerprint, reply, Refusal.Memory) { Times = Believable });
        }
    }

    // Called with the lock held.
    private void Keep(Entry entry)
    {
        var last = LastOf(entry.Secret);
        // A shorter one that was under way at the same time does not end a longer one.
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

/// <summary>What a request would be refused with.</summary>
/// <param name="Reply">The reply to answer with.</param>
/// <param name="Wait">How long the server still asks to wait; null: it does not, and waiting does not help.</param>
internal readonly record struct Refused(ApiReply Reply, TimeSpan? Wait);
