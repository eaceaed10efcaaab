using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GenesysLambdas.Benchmarks.InProcess;

/// <summary>Takes the time, and what its thread has allocated, at the moments when a call enters and leaves the program.</summary>
internal sealed class Recorder
{
    private readonly List<double> _before = [];
    private readonly List<double> _after = [];
    private Mark _event;
    private Mark _request;
    private Mark _reply;
    private long _bytesBefore;
    private long _bytesAfter;
    private bool _changedThread;

    public int Calls => _before.Count;

    /// <exception cref="BenchmarkException">A call went from one thread to another.</exception>
    public Cost EventToRequest => Of(_before, _bytesBefore);

    /// <exception cref="BenchmarkException">A call went from one thread to another.</exception>
    public Cost ReplyToAnswer => Of(_after, _bytesAfter);

    public void Event() => _event = Mark.Now();

    public void Request() => _request = Mark.Now();

    public void Reply() => _reply = Mark.Now();

    public void Answer()
    {
        var answer = Mark.Now();
        _changedThread |= answer.Thread != _event.Thread;
        _before.Add(Stopwatch.GetElapsedTime(_event.Time, _request.Time).TotalMicroseconds);
        _after.Add(Stopwatch.GetElapsedTime(_reply.Time, answer.Time).TotalMicroseconds);
        _bytesBefore += _request.Bytes - _event.Bytes;
        _bytesAfter += answer.Bytes - _reply.Bytes;
    }

    private Cost Of(List<double> times, long bytes) => _changedThread
        ? throw new BenchmarkException("A call went from one thread to another, so what it allocated is not known.")
        : new(new Samples(times).Median, (double)bytes / Calls);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Mark(long Time, long Bytes, int Thread)
    {
        public static Mark Now() => new(Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread(), Environment.CurrentManagedThreadId);
    }
}

/// <summary>Time and allocations of a part of a call.</summary>
internal sealed record Cost(double Microseconds, double Bytes);
