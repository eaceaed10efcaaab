namespace GenesysLambdas;

/// <summary>When an invocation's answer must leave: every wait within the invocation ends with it.</summary>
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

    /// <summary>Cancelled when the deadline passes. Work that an answer did not wait for may hold it after disposal.</summary>
    public CancellationToken Token { get; }

    /// <summary>The time that is left; never less than none.</summary>
    public TimeSpan Remaining => _remaining - _time.GetElapsedTime(_start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Waits for work, but only as long as some time is left afterwards.</summary>
    /// <returns>Whether it is finished, also if it failed.</returns>
    public async Task<bool> WaitAsync(Task work, TimeSpan spare)
    {
        var wait = Remaining - spare;
        if (work.IsCompleted || wait <= TimeSpan.Zero)
        {
            return work.IsCompleted;
        }

        using var stop = new CancellationTokenSource();
        var first = await Task.WhenAny(work, Task.Delay(wait, _time, stop.Token));
        await stop.CancelAsync();
        return first == work;
    }

    public void Dispose() => _source.Dispose();
}
