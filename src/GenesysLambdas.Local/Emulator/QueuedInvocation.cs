using System.Diagnostics;
using System.Text;

namespace GenesysLambdas.Local.Emulator;

/// <summary>An event in a function's queue, and later its result.</summary>
internal sealed class QueuedInvocation(ReadOnlyMemory<byte> payload, string? clientContext = null)
{
    private const int MaxLogCharacters = 64 * 1024;

    private readonly TaskCompletionSource<InvocationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _logLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _log = new();
    private volatile RunningInvocation? _taken;

    public string RequestId { get; } = Guid.NewGuid().ToString();

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    /// <summary>The ARN in the request; null for the unqualified one.</summary>
    public string? InvokedArn { get; init; }

    /// <summary>JSON; null if the invoker sent none.</summary>
    public string? ClientContext { get; } = clientContext;

    public bool IsOverHttp { get; init; }

    /// <summary>The function passes this trace on to the external API.</summary>
    public TraceHeader Trace { get; init; } = TraceHeader.New();

    /// <summary>When and by which process it was taken; null if it is still queued.</summary>
    public RunningInvocation? Taken => _taken;

    public Task<InvocationResult> Result => _result.Task;

    /// <summary>Completes when the log has a line with the request id. The functions write one for every event.</summary>
    public Task LogLine => _logLine.Task;

    public void Log(string line)
    {
        lock (_log)
        {
            _log.Append(line).Append('\n');
            if (_log.Length > MaxLogCharacters)
            {
                _log.Remove(0, _log.Length - MaxLogCharacters);
            }
        }

        if (IsAbout(line))
        {
            _logLine.TrySetResult();
        }
    }

    public bool IsAbout(string line) => line.Contains(RequestId, StringComparison.Ordinal);

    public string ReadLog()
    {
        lock (_log)
        {
            return _log.ToString();
        }
    }

    public void Take(RunningInvocation running)
    {
        _taken = running;
        running.Process?.Take(this);
    }

    public void Answer(InvocationResult result) => _result.TrySetResult(result);

    public void Fail(Exception exception) => _result.TrySetException(exception);
}

/// <summary>An event that a process is working on.</summary>
/// <param name="Process">Null for a process that the emulator did not start.</param>
/// <param name="InitDuration">How long the process took to ask for its first event, if this is it.</param>
internal sealed record RunningInvocation(QueuedInvocation Invocation, FunctionProcess? Process, TimeSpan Timeout, TimeSpan? InitDuration)
{
    /// <summary>A <see cref="Stopwatch"/> timestamp.</summary>
    public long Started { get; init; } = Stopwatch.GetTimestamp();

    public DateTimeOffset Deadline { get; } = DateTimeOffset.UtcNow + Timeout;

    public void Answer(ReadOnlyMemory<byte> payload, string? functionError) => Invocation.Answer(
        new InvocationResult(Invocation.RequestId, payload, functionError, Stopwatch.GetElapsedTime(Started), InitDuration));
}
