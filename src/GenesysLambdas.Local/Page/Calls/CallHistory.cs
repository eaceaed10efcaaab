using System.Collections.Concurrent;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.Page.Calls;

/// <summary>The calls of all programs: those in progress, and the latest that have ended.</summary>
internal sealed class CallHistory(CallReport report, TimeProvider time)
{
    public const int MaxCalls = 200;

    private const long MaxBytes = 64 * 1024 * 1024;

    // The output can arrive a moment after the answer.
    private static readonly TimeSpan LogPatience = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, CallInProgress> _inProgress = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<CallInProgress>> _expected = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly LinkedList<(Call Call, long Bytes)> _ended = [];
    private TaskCompletionSource _newer = New();
    private long _bytes;
    private long _last;

    public IReadOnlyList<Call> Ended
    {
        get
        {
            lock (_lock)
            {
                return [.. _ended.Select(entry => entry.Call)];
            }
        }
    }

    /// <summary>Announces a call that the page is about to make.</summary>
    public Task<CallInProgress> Expect(string traceRoot) => (_expected[traceRoot] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Forget(string traceRoot) => _expected.TryRemove(traceRoot, out _);

    public void Begin(LookupContract lookup, QueuedInvocation invocation)
    {
        var isOfPage = _expected.TryRemove(invocation.Trace.Root, out var expected);
        var call = new CallInProgress(lookup, invocation, time.GetUtcNow().UtcDateTime, isOfPage ? Call.Page : Call.Invoke);
        _inProgress[invocation.Trace.Text] = call;
        expected?.TrySetResult(call);
        _ = EndAsync(call);
    }

    /// <summary>Finds the call in progress that a request to an external API belongs to; null if that is unknown.</summary>
    /// <param name="trace">Null for token requests, which have no trace.</param>
    public CallInProgress? InProgress(string? trace, IReadOnlyList<string> lookups)
    {
        if (!string.IsNullOrEmpty(trace))
        {
            return _inProgress.GetValueOrDefault(trace);
        }

        var candidates = _inProgress.Values.Where(call => lookups.Contains(call.Lookup.Name)).Take(2).ToList();
        return candidates is [var only] ? only : null;
    }

    /// <summary>Waits until a newer call has ended, but no longer than <paramref name="longest"/>.</summary>
    public async Task WaitAsync(long after, TimeSpan longest, CancellationToken cancellationToken)
    {
        Task newer;
        lock (_lock)
        {
            newer = _last > after ? Task.CompletedTask : _newer.Task;
        }

        await Task.WhenAny(newer, Task.Delay(longest, time, cancellationToken));
    }

    private async Task EndAsync(CallInProgress call)
    {
        var (result, problem) = await ResultAsync(call.Invocation);
        if (call.Invocation.Taken is { Process: not null } && result?.FunctionError is null)
        {
            await Task.WhenAny(call.Invocation.LogLine, Task.Delay(LogPatience, time));
        }

        _inProgress.TryRemove(call.Invocation.Trace.Text, out _);
        try
        {
            call.End(AddEnded(await report.WriteAsync(call, result, problem)));
        }
        catch (Exception exception)
        {
            call.Fail(exception);
        }
    }

    private static async Task<(InvocationResult? Result, string? Problem)> ResultAsync(QueuedInvocation invocation)
    {
        try
        {
            return (await invocation.Result, null);
        }
        catch (ToolException exception)
        {
            return (null, exception.Message);
        }
    }

    private Call AddEnded(Call call)
    {
        TaskCompletionSource newer;
        lock (_lock)
        {
            call = call with { Number = ++_last };
            var bytes = SizeOf(call);
            _ended.AddFirst((call, bytes));
            for (_bytes += bytes; _ended.Count > 1 && (_ended.Count > MaxCalls || _bytes > MaxBytes); _ended.RemoveLast())
            {
                _bytes -= _ended.Last!.Value.Bytes;
            }

            (newer, _newer) = (_newer, New());
        }

        newer.SetResult();
        return call;
    }

    // Approximately: only what can be large.
    private static long SizeOf(Call call) => (4L * call.Answer.Length) + call.Event.GetRawText().Length
        + call.Log.Sum(line => 3L * line.Text.Length)
        + call.Exchanges.Sum(exchange => 2L * (exchange.Request.Body.Length + (exchange.Reply?.Body.Length ?? 0)));

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
