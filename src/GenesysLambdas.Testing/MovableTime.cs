namespace GenesysLambdas.Testing;

/// <summary>The system's clock, which a test can move ahead. For tests that wait in real time but also need time to pass.</summary>
public sealed class MovableTime : TimeProvider
{
    private TimeSpan _ahead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public override long GetTimestamp() => (System.GetElapsedTime(0) + _ahead).Ticks;

    /// <summary>Moves the clock. Running timers are not affected.</summary>
    public void Advance(TimeSpan by) => _ahead += by;
}
