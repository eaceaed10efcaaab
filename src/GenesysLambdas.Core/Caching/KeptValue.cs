namespace GenesysLambdas.Caching;

/// <summary>A value that was fetched, and how long it is good for.</summary>
/// <param name="Value">The value.</param>
/// <param name="RenewAfter">When to begin fetching the next one; infinite: never.</param>
/// <param name="UsableFor">How long it may be used if the next one has not come; infinite: always.</param>
internal sealed record Fetched<T>(T Value, TimeSpan RenewAfter, TimeSpan UsableFor);

/// <summary>
/// One value, such as a secret, with one request under way for it however many callers wait. It is renewed in the background: callers
/// wait only while there is no usable value.
/// </summary>
/// <param name="fetch">Fetches the value. Callers who give up do not end it, so it has a time-out of its own.</param>
/// <param name="time">The clock.</param>
internal sealed class KeptValue<T>(Func<Task<Fetched<T>>> fetch, TimeProvider time)
    where T : class
{
    /// <summary>How long to wait before asking again, after a failed fetch or after replacing a refused value.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Task<T>? _fetching;
    private Fetched<T>? _kept;
    private Moment _keptSince;
    private Moment _failed;
    private Moment _replaced;

    /// <summary>Whether a fetch is under way.</summary>
    internal bool IsFetching => Volatile.Read(ref _fetching) is not null;

    // The value, unless it has expired. Called with the lock held.
    private T? Usable => _kept is { } kept && IsWithin(_keptSince.Age(time), kept.UsableFor) ? kept.Value : null;

    // Called with the lock held.
    private bool IsDue => !IsWithin(_keptSince.Age(time), _kept!.RenewAfter) && _failed.Age(time) >= Pause;

    /// <summary>The kept value, or else a fresh one.</summary>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        Task<T> fetching;
        lock (_lock)
        {
            var usable = Usable;
            if (usable is not null && !IsDue)
            {
                return Task.FromResult(usable);
            }

            fetching = Fetch();
            if (usable is not null)
            {
                return Task.FromResult(usable);
            }
        }

        return fetching.WaitAsync(cancellationToken);
    }

    /// <summary>A value newer than one that was refused.</summary>
    /// <returns>Null if there is no newer one, or if one was asked for within the last <see cref="Pause"/>.</returns>
    public async Task<T?> ReplaceAsync(T refused, CancellationToken cancellationToken)
    {
        Task<T> fetching;
        lock (_lock)
        {
            if (_kept is { } kept && kept.Value != refused)
            {
                return kept.Value;
            }

            if (_fetching is null)
            {
                if (_replaced.Age(time) < Pause)
                {
                    return null;
                }

                _replaced = Moment.Now(time);
            }

            fetching = Fetch();
        }

        var value = await fetching.WaitAsync(cancellationToken);
        return value == refused ? null : value;
    }

    // Called with the lock held.
    private Task<T> Fetch() => _fetching ??= Task.Run(FetchAsync);

    private async Task<T> FetchAsync()
    {
        try
        {
            return Keep(await fetch());
        }
        catch (Exception) when (OldValue() is { } old)
        {
            return old;
        }
        finally
        {
            lock (_lock)
            {
                _fetching = null;
            }
        }
    }

    private T Keep(Fetched<T> fetched)
    {
        lock (_lock)
        {
            (_kept, _keptSince, _failed) = (fetched, Moment.Now(time), default);
            return fetched.Value;
        }
    }

    private T? OldValue()
    {
        lock (_lock)
        {
            _failed = Moment.Now(time);
            return Usable;
        }
    }

    private static bool IsWithin(TimeSpan age, TimeSpan span) => span == Timeout.InfiniteTimeSpan || age < span;
}
