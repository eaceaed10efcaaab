namespace GenesysLambdas.Caching;

/// <summary>A value that was fetched, and how long it is good for.</summary>
/// <param name="Value">The value.</param>
/// <param name="RenewAfter">When to begin fetching the next one.</param>
/// <param name="UsableFor">How long it serves where the next one has not come.</param>
internal sealed record Fetched<T>(T Value, TimeSpan RenewAfter, TimeSpan UsableFor);

/// <summary>
/// One value, such as a secret, with one request for it under way however many callers wait. It is renewed beside the callers: they
/// wait only where there is none that serves.
/// </summary>
/// <param name="fetch">Fetches the value. It is nobody's call in particular, so it ends by time-outs of its own.</param>
/// <param name="time">The clock. Ages are the wall clock's: a frozen function's other clocks may stand still, while its secret ages.</param>
internal sealed class KeptValue<T>(Func<Task<Fetched<T>>> fetch, TimeProvider time)
    where T : class
{
    /// <summary>How soon a value is asked for again after a fetch that failed, or after one that was refused was replaced.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Task<T>? _fetching;
    private T? _value;
    private DateTimeOffset _renewAt;
    private DateTimeOffset _usableUntil;
    private DateTimeOffset? _replacedAt;

    /// <summary>Whether a fetch is under way.</summary>
    internal bool IsFetching
    {
        get
        {
            lock (_lock)
            {
                return _fetching is not null;
            }
        }
    }

    /// <summary>The value: the one that is kept, or else the one that is fetched now.</summary>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        Task<T> fetching;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now < _renewAt && _value is not null)
            {
                return Task.FromResult(_value);
            }

            fetching = Fetch();
            if (now < _usableUntil && _value is not null)
            {
                return Task.FromResult(_value);
            }
        }

        return fetching.WaitAsync(cancellationToken);
    }

    /// <summary>A value newer than one that was refused.</summary>
    /// <returns>Null where there is none to be had: it was asked for within <see cref="Pause"/>, or there is still the same.</returns>
    public async Task<T?> ReplaceAsync(T refused, CancellationToken cancellationToken)
    {
        Task<T> fetching;
        lock (_lock)
        {
            if (_value is not null && _value != refused)
            {
                return _value;
            }

            if (_fetching is null)
            {
                var now = time.GetUtcNow();
                if (now - _replacedAt < Pause)
                {
                    return null;
                }

                _replacedAt = now;
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
            var fetched = await fetch();
            return Keep(fetched.Value, fetched.RenewAfter, fetched.UsableFor);
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

    private T Keep(T value, TimeSpan renewAfter, TimeSpan usableFor)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            (_value, _renewAt) = (value, now + renewAfter);
            _usableUntil = usableFor == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : now + usableFor;
            return value;
        }
    }

    private T? OldValue()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_value is null || now >= _usableUntil)
            {
                return null;
            }

            _renewAt = now + Pause;
            return _value;
        }
    }
}
