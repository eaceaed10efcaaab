namespace GenesysLambdas.Core.Timing;

/// <summary>The time by which an invocation must answer. Every wait within the invocation ends by then.</summary>
internal sealed class Deadline : IDisposable
{
    // A timer holds at most 49 days; Lambda's longest time-out is 15 minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly TimeSpan _remaining;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly CancellationTokenSource _source;

    public Deadline(TimeSpan remaining, TimeProvider time)
    {
        _remaining = remaining < Longest ? remaining : Longest;
        _time = time;
        _start = time.GetTimestamp();
        _source = new CancellationTokenSource(Remaining, time);
        Token = _source.Token;
    }

    /// <summary>Cancelled when the deadline passes. Abandoned work may still use it after disposal.</summary>
    public CancellationToken Token { get; }

    /// <summary>The time left; never negative.</summary>
    public TimeSpan Remaining => _remaining - _time.GetElapsedTime(_start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Waits for work, but leaves some of the remaining time.</summary>
    /// <returns>Whether it has finished, successfully or not.</returns>
    public async Task<bool> WaitAsync(Task work, TimeSpan spare)
    {
        if (Remaining - spare is var wait && wait > TimeSpan.Zero)
        {
            await work.WaitAsync(wait, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return work.IsCompleted;
    }

    public void Dispose() => _source.Dispose();
}
