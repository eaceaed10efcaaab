namespace GenesysLambdas.Testing;

/// <summary>The system's clock, which a test can move ahead: for tests whose waits are real, and which must let a time pass.</summary>
public sealed class MovableTime : TimeProvider
{
    private TimeSpan _ahead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public override long GetTimestamp() => (System.GetElapsedTime(0) + _ahead).Ticks;

    /// <summary>Moves it. Timers that are running do not notice.</summary>
    public void Advance(TimeSpan by) => _ahead += by;
}
