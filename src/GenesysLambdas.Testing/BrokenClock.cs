namespace GenesysLambdas.Testing;

/// <summary>A clock that fails when an attempt's time-out is made: a defect in the middle of the work.</summary>
public sealed class BrokenClock : TimeProvider
{
    // X_TIMEOUT_MS where nothing is set, and none where an attempt has all the time there is.
    private static readonly TimeSpan[] AttemptTimeouts = [TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        AttemptTimeouts.Contains(dueTime) ? throw new InvalidOperationException("jane.doe@example.com") : base.CreateTimer(callback, state, dueTime, period);
}
