using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GenesysLambdas.Benchmarks.InProcess;

/// <summary>
/// Takes the time, and what the process has allocated, at the moments when a call enters and leaves the program. Other threads count too:
/// one of them writes the log.
/// </summary>
internal sealed class Recorder
{
    private readonly List<double> _before = [];
    private readonly List<double> _after = [];
    private Mark _event;
    private Mark _request;
    private Mark _reply;
    private long _bytesBefore;
    private long _bytesAfter;

    public int Calls => _before.Count;

    public Cost EventToRequest => Of(_before, _bytesBefore);

    public Cost ReplyToAnswer => Of(_after, _bytesAfter);

    public void Event() => _event = Mark.Now();

    public void Request() => _request = Mark.Now();

    public void Reply() => _reply = Mark.Now();

    public void Answer()
    {
        var answer = Mark.Now();
        _before.Add(Stopwatch.GetElapsedTime(_event.Time, _request.Time).TotalMicroseconds);
        _after.Add(Stopwatch.GetElapsedTime(_reply.Time, answer.Time).TotalMicroseconds);
        _bytesBefore += _request.Bytes - _event.Bytes;
        _bytesAfter += answer.Bytes - _reply.Bytes;
    }

    private Cost Of(List<double> times, long bytes) => new(new Samples(times).Median, (double)bytes / Calls);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Mark(long Time, long Bytes)
    {
        public static Mark Now() => new(Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
    }
}

/// <summary>Time and allocations of a part of a call.</summary>
internal sealed record Cost(double Microseconds, double Bytes);
