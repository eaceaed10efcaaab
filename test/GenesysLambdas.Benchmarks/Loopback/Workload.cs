using System.Diagnostics;

namespace GenesysLambdas.Benchmarks.Loopback;

/// <summary>A number of calls, which one process makes or several share.</summary>
internal sealed class Workload(int calls)
{
    private readonly Lock _lock = new();
    private readonly List<double> _latencies = new(calls);
    private readonly TaskCompletionSource<long> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    /// <summary>When the last call was answered, as a timestamp of <see cref="Stopwatch"/>.</summary>
    /// <exception cref="BenchmarkException">A call was not answered as it should be.</exception>
    public Task<long> Done => _done.Task;

    /// <summary>From event to answer, in milliseconds; complete once <see cref="Done"/> is.</summary>
    public IReadOnlyList<double> Latencies => _latencies;

    public bool TryTake() => Interlocked.Increment(ref _taken) <= calls;

    public void Complete(long sent, long answered)
    {
        lock (_lock)
        {
            _latencies.Add(Stopwatch.GetElapsedTime(sent, answered).TotalMilliseconds);
            if (_latencies.Count == calls)
            {
                _done.TrySetResult(answered);
            }
        }
    }

    public void Fail(string answer) => _done.TrySetException(new BenchmarkException($"it answered: {answer}"));
}
