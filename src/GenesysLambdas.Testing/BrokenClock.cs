namespace GenesysLambdas.Testing;

/// <summary>A clock that throws when an attempt's time-out is created, to simulate a bug.</summary>
public sealed class BrokenClock : TimeProvider
{
    // The default of X_TIMEOUT_MS, and that of an attempt without a time-out of its own.
    private static readonly TimeSpan[] AttemptTimeouts = [TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        AttemptTimeouts.Contains(dueTime) ? throw new InvalidOperationException("jane.doe@example.com") : base.CreateTimer(callback, state, dueTime, period);
}
