using GenesysLambdas.Core.Timing;

namespace GenesysLambdas.Core.Caching;

/// <summary>A fetched value and its lifetime.</summary>
/// <param name="RenewAfter">When to start fetching the next value; infinite for never.</param>
/// <param name="UsableFor">How long the value may be used if no new one can be fetched; infinite for no limit.</param>
internal sealed record Fetched<T>(T Value, TimeSpan RenewAfter, TimeSpan UsableFor);

/// <summary>What a failed fetch says about the cached value.</summary>
internal enum FetchFailure
{
    /// <summary>The old value is still used. If there is none, the next caller fetches again.</summary>
    Outage,

    /// <summary>The old value is still used, and nothing is fetched for a few seconds.</summary>
    Throttled,

    /// <summary>The old value is no longer used, and nothing is fetched for a few seconds.</summary>
    Denied,
}

/// <summary>A value that is fetched on demand and cached, such as a secret.</summary>
internal interface ICachedValue<T>
    where T : class
{
    Task<T> GetAsync(CancellationToken cancellationToken);

    /// <summary>Returns a value newer than one that was refused.</summary>
    /// <returns>Null if there is none, or if a new one was requested within the last few seconds.</returns>
    Task<T?> ReplaceAsync(T refused, CancellationToken cancellationToken);

    /// <summary>Starts fetching the value. A failure is thrown only when the value is needed.</summary>
    void Prefetch() => _ = GetAsync(CancellationToken.None).ContinueWith(
        fetching => _ = fetching.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}

internal static class CacheTimes
{
    /// <summary>How long a refusal is cached if the server does not specify a time.</summary>
    public static readonly TimeSpan RefusalLifetime = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait before fetching again after a failure, or after replacing a refused value.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
}

/// <summary>
/// One value, such as a secret. However many callers wait, there is only one request for it. It is renewed in the background: callers
/// wait only while there is no usable value.
/// </summary>
/// <param name="fetch">Fetches the value. Callers that give up do not cancel it, so it needs its own time-out.</param>
/// <param name="judge">What a failure says about the value; null to treat every failure as an outage.</param>
internal sealed class CachedValue<T>(Func<Task<Fetched<T>>> fetch, TimeProvider time, Func<Exception, FetchFailure>? judge = null) : ICachedValue<T>
    where T : class
{
    private readonly Lock _lock = new();
    private Task<T>? _fetching;
    private Fetched<T>? _cached;
    private Moment _cachedSince;
    private Exception? _refusal;
    private Moment _failed;
    private Moment _replaced;

    internal bool IsFetching => Volatile.Read(ref _fetching) is not null;

    // The value, unless it has expired. Called with the lock held.
    private T? Usable => _cached is { } cached && IsWithin(_cachedSince.Age(time), cached.UsableFor) ? cached.Value : null;

    // Called with the lock held.
    private bool IsDue => !IsWithin(_cachedSince.Age(time), _cached!.RenewAfter) && _failed.Age(time) >= CacheTimes.Pause;

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

            fetching = usable is null ? FetchUnlessRefused() : Fetch();
            if (usable is not null)
            {
                return Task.FromResult(usable);
            }
        }

        return fetching.WaitAsync(cancellationToken);
    }

    public async Task<T?> ReplaceAsync(T refused, CancellationToken cancellationToken)
    {
        Task<T> fetching;
        lock (_lock)
        {
            if (_cached is { } cached && cached.Value != refused)
            {
                return cached.Value;
            }

            if (_fetching is null)
            {
                if (_replaced.Age(time) < CacheTimes.Pause)
                {
                    return null;
                }

                _replaced = Moment.Now(time);
            }

            fetching = FetchUnlessRefused();
        }

        var value = await fetching.WaitAsync(cancellationToken);
        return value == refused ? null : value;
    }

    // Fails with the last refusal if it is recent; otherwise fetches. Called with the lock held.
    private Task<T> FetchUnlessRefused() =>
        _fetching is null && _refusal is { } refusal && _failed.Age(time) < CacheTimes.RefusalLifetime ? Task.FromException<T>(refusal) : Fetch();

    // Called with the lock held.
    private Task<T> Fetch() => _fetching ??= Task.Run(FetchAsync);

    private async Task<T> FetchAsync()
    {
        try
        {
            return Store(await fetch());
        }
        catch (Exception exception) when (OldValue(exception) is { } old)
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

    private T Store(Fetched<T> fetched)
    {
        lock (_lock)
        {
            (_cached, _cachedSince, _refusal, _failed) = (fetched, Moment.Now(time), null, default);
            return fetched.Value;
        }
    }

    private T? OldValue(Exception exception)
    {
        var failure = judge?.Invoke(exception) ?? FetchFailure.Outage;
        lock (_lock)
        {
            _cached = failure == FetchFailure.Denied ? null : _cached;
            _refusal = failure == FetchFailure.Outage ? null : exception;
            _failed = Moment.Now(time);
            return Usable;
        }
    }

    private static bool IsWithin(TimeSpan age, TimeSpan span) => span == Timeout.InfiniteTimeSpan || age < span;
}
