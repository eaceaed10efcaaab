namespace GenesysLambdas.Secrets;

/// <summary>One secret, kept for its time to live, with one request under way however many callers wait.</summary>
/// <param name="fetch">Asks Secrets Manager.</param>
/// <param name="timeToLive">How long a secret is used before it is asked for again.</param>
/// <param name="time">The clock.</param>
internal sealed class SecretSource(SecretFetch fetch, TimeSpan timeToLive, TimeProvider time)
{
    /// <summary>How soon a secret is asked for again when Secrets Manager failed, or when the external API refuses the one it gave.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Task<Secret>? _fetching;
    private Secret? _secret;
    private DateTimeOffset _freshUntil;
    private DateTimeOffset? _renewedAt;

    /// <summary>The secret; past its time to live also the old one, where Secrets Manager has no answer.</summary>
    public Task<Secret> GetAsync(CancellationToken cancellationToken)
    {
        Task<Secret> fetching;
        lock (_lock)
        {
            // By the wall clock: a frozen function's other clocks may stand still, while its secret ages.
            if (_secret is not null && time.GetUtcNow() < _freshUntil)
            {
                return Task.FromResult(_secret);
            }

            fetching = Fetch();
        }

        return fetching.WaitAsync(cancellationToken);
    }

    /// <summary>A secret newer than one that was refused.</summary>
    /// <returns>Null where there is none to be had: it was asked for within <see cref="Pause"/>, or Secrets Manager has no answer.</returns>
    public async Task<Secret?> RenewAsync(Secret refused, CancellationToken cancellationToken)
    {
        Task<Secret> fetching;
        lock (_lock)
        {
            if (_fetching is null)
            {
                if (_secret != refused)
                {
                    return _secret;
                }

                var now = time.GetUtcNow();
                if (now - _renewedAt < Pause)
                {
                    return null;
                }

                _renewedAt = now;
            }

            fetching = Fetch();
        }

        var secret = await fetching.WaitAsync(cancellationToken);
        return secret == refused ? null : secret;
    }

    // Called with the lock held. It is nobody's call in particular, so nobody's cancellation ends it: the client's time-outs do.
    private Task<Secret> Fetch() => _fetching ??= Task.Run(FetchAsync);

    private async Task<Secret> FetchAsync()
    {
        try
        {
            var secret = await fetch.GetAsync();
            return Keep(secret, timeToLive);
        }
        catch (Exception) when (_secret is { } old)
        {
            return Keep(old, Pause);
        }
        finally
        {
            lock (_lock)
            {
                _fetching = null;
            }
        }
    }

    private Secret Keep(Secret secret, TimeSpan duration)
    {
        lock (_lock)
        {
            (_secret, _freshUntil) = (secret, time.GetUtcNow() + duration);
            return secret;
        }
    }
}
