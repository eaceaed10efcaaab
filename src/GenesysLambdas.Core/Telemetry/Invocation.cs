using Amazon.Lambda.Core;

namespace GenesysLambdas.Telemetry;

/// <summary>One invocation: its deadline, and what the log says about it.</summary>
/// <param name="lookup">The lookup's name.</param>
/// <param name="origin">The ids that the request came with.</param>
/// <param name="coldStart">Whether it is the process's first.</param>
/// <param name="context">Lambda's context.</param>
/// <param name="deadline">When the answer must leave.</param>
/// <param name="time">The clock.</param>
internal sealed class Invocation(string lookup, RequestOrigin origin, bool coldStart, ILambdaContext context, Deadline deadline, TimeProvider time)
    : IDisposable
{
    private readonly long _start = time.GetTimestamp();
    private readonly long[] _ticksByPhase = new long[2];
    private int _attempts;

    public string Lookup { get; } = lookup;

    public RequestOrigin Origin { get; } = origin;

    public bool ColdStart { get; } = coldStart;

    public Deadline Deadline { get; } = deadline;

    public string AwsRequestId { get; } = context.AwsRequestId;

    public string? TraceId { get; } = context.TraceId;

    /// <summary>Whether a request that must not run twice was sent, and what became of it is not known.</summary>
    public bool MayHaveRun { get; set; }

    public int Attempts => Volatile.Read(ref _attempts);

    public TimeSpan Duration => time.GetElapsedTime(_start);

    public void CountAttempt() => Interlocked.Increment(ref _attempts);

    /// <summary>The time spent on a phase so far.</summary>
    public TimeSpan Spent(Phase phase) => TimeSpan.FromTicks(Volatile.Read(ref _ticksByPhase[(int)phase]));

    /// <summary>Counts the time until disposal to a phase.</summary>
    public Measurement Measure(Phase phase) => new(this, phase, time.GetTimestamp());

    public void Dispose() => Deadline.Dispose();

    internal readonly struct Measurement(Invocation invocation, Phase phase, long start) : IDisposable
    {
        public void Dispose() => Interlocked.Add(ref invocation._ticksByPhase[(int)phase], invocation.Elapsed(start).Ticks);
    }

    private TimeSpan Elapsed(long start) => time.GetElapsedTime(start);
}
