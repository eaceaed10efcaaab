namespace GenesysLambdas.Core.Telemetry;

/// <summary>
/// Writes whole lines to a stream, in order. It does not block callers if the stream is closed or full, or is a pipe that nobody reads, where a
/// write never returns. Lines for such a pipe wait in memory up to a limit, and further ones are dropped.
/// </summary>
internal sealed class LogOutput(Stream output)
{
    private const int MaxWaitingBytes = 256 * 1024;

    // Lambda freezes the process between events, so a line should be written before the answer is sent. This delays the first answer only:
    // while a line is stuck, nobody waits for the lines behind it.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;
    private int _waitingBytes;
    private bool _isStuck;
    private bool _hasBeenStuck;

    /// <summary>Opens a standard stream, or one that discards everything if it is closed. Call it at startup, before a socket can get its descriptor.</summary>
    public static Stream Open(Func<Stream> standardStream)
    {
        try
        {
            return standardStream();
        }
        catch (Exception)
        {
            return Stream.Null;
        }
    }

    /// <summary>Writes a line. It does not throw.</summary>
    /// <param name="wait">The longest time to wait for it.</param>
    /// <returns>Completed once the line is written or dropped, or the wait is over.</returns>
    public async Task WriteAsync(ReadOnlyMemory<byte> line, TimeSpan wait)
    {
        Task writing;
        lock (_lock)
        {
            if (_waitingBytes > 0 && _waitingBytes + line.Length > MaxWaitingBytes)
            {
                return;
            }

            _waitingBytes += line.Length;
            writing = _last = _last.ContinueWith(_ => Write(line), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        if (wait <= TimeSpan.Zero || Volatile.Read(ref _isStuck))
        {
            return;
        }

        await writing.WaitAsync(wait < LongestWait ? wait : LongestWait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!writing.IsCompleted)
        {
            Stick();
        }
    }

    /// <summary>Writes a line, and waits for the default time at most.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> line) => WriteAsync(line, LongestWait);

    private void Write(ReadOnlyMemory<byte> line)
    {
        try
        {
            output.Write(line.Span);
            output.Flush();
        }
        catch (Exception)
        {
            // The answer matters more than the log.
        }

        Volatile.Write(ref _isStuck, false);
        Interlocked.Add(ref _waitingBytes, -line.Length);
    }

    private void Stick()
    {
        Volatile.Write(ref _isStuck, true);
        if (!Interlocked.Exchange(ref _hasBeenStuck, true))
        {
            // The write may occupy a pool thread for good, and the pool is slow to replace it.
            ThreadPool.GetMinThreads(out var threads, out var ports);
            ThreadPool.SetMinThreads(threads + 1, ports);
        }
    }
}
