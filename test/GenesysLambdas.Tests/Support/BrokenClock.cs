namespace GenesysLambdas.Tests.Support;

/// <summary>A clock that fails when an attempt's time-out is made: a defect in the middle of the work.</summary>
internal sealed class BrokenClock : TimeProvider
{
    // X_TIMEOUT_MS where nothing is set.
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(3);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime == AttemptTimeout ? throw new InvalidOperationException("jane.doe@example.com") : base.CreateTimer(callback, state, dueTime, period);
}
