using Amazon.Lambda.Core;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Core.Timing;

namespace GenesysLambdas.Core.Telemetry;

/// <summary>What an invocation waits for: credentials, or the external API.</summary>
internal enum Phase
{
    Secret,
    ExternalApi,
}

/// <summary>One invocation: its deadline, and what is logged about it.</summary>
internal sealed class Invocation(ILambdaContext context, Deadline deadline, TimeProvider time) : IDisposable
{
    private const int LongestTraceId = 1024;

    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly TimeSpan[] _spent = new TimeSpan[2];
    private readonly int[] _underWay = new int[2];
    private int _attempts;
    private int _writes;

    public required string Lookup { get; init; }

    public required RequestOrigin Origin { get; init; }

    public bool ColdStart { get; init; }

    public Deadline Deadline { get; } = deadline;

    public string AwsRequestId { get; } = context.AwsRequestId;

    /// <summary>Lambda's trace id; null if there is none or it is not valid in a header (RFC 9110, section 5.5).</summary>
    public string? TraceId { get; } =
        context.TraceId is { Length: > 0 and <= LongestTraceId } id && !id.AsSpan().ContainsAnyExceptInRange(' ', '~') ? id : null;

    public TimeSpan TimeLeft => context.RemainingTime;

    /// <summary>Whether a write was sent and may have been performed.</summary>
    public bool MayHaveRun => Volatile.Read(ref _writes) > 0;

    public int Attempts => Volatile.Read(ref _attempts);

    public TimeSpan Duration => time.GetElapsedTime(_start);

    public void CountAttempt() => Interlocked.Increment(ref _attempts);

    /// <summary>Counts a write that is about to be sent. There may be several in progress.</summary>
    public void BeginWrite() => Interlocked.Increment(ref _writes);

    /// <summary>Undoes <see cref="BeginWrite"/>, because the write cannot have been performed.</summary>
    public void WriteNotPerformed() => Interlocked.Decrement(ref _writes);

    /// <summary>The time spent in a phase so far, including work still in progress that was abandoned at the deadline.</summary>
    public TimeSpan Spent(Phase phase)
    {
        lock (_lock)
        {
            return _spent[(int)phase] + (_underWay[(int)phase] * Duration);
        }
    }

    public Measurement Measure(Phase phase)
    {
        Count(phase, 1);
        return new(this, phase);
    }

    public void Dispose() => Deadline.Dispose();

    // Subtracts the time of the start; Spent adds the current time.
    private void Count(Phase phase, int begun)
    {
        lock (_lock)
        {
            _underWay[(int)phase] += begun;
            _spent[(int)phase] -= begun * Duration;
        }
    }

    internal readonly struct Measurement(Invocation invocation, Phase phase) : IDisposable
    {
        public void Dispose() => invocation.Count(phase, -1);
    }
}

/// <summary>Begins invocations, each with its deadline.</summary>
internal sealed class Invocations(SettingsReader settings, TimeProvider time)
{
    private readonly LazySetting<TimeSpan> _reserve = new(
        () => TimeSpan.FromMilliseconds(settings.Integer(HostSettings.DeadlineReserve)), TimeSpan.Zero);

    private int _count;

    public void CheckSetting() => _reserve.Check();

    public Invocation Begin(string function, IReadOnlyList<InputContract> inputs, LookupRequest request, ILambdaContext context) =>
        new(context, new Deadline(context.RemainingTime - _reserve.ValueOrFallback, time), time)
        {
            Lookup = function,
            Origin = RequestOrigin.Find(request, inputs),
            ColdStart = Interlocked.Increment(ref _count) == 1,
        };
}
