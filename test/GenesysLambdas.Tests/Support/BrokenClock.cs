namespace GenesysLambdas.Tests.Support;

/// <summary>A clock that fails when an attempt's time-out is made: a defect in the middle of the work.</summary>
internal sealed class BrokenClock : TimeProvider
{
    private int _timers;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Interlocked.Increment(ref _timers) == 1 ? base.CreateTimer(callback, state, dueTime, period) : throw new InvalidOperationException("jane.doe@example.com");
}
