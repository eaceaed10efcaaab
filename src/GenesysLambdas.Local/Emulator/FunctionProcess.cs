using System.Diagnostics;

namespace GenesysLambdas.Local.Emulator;

/// <summary>One process of a function. Its properties are guarded by its owner's lock.</summary>
internal sealed class FunctionProcess
{
    public const string Version = "$LATEST";

    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly Action<string> _log;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly List<string> _linesBeforeFirstEvent = [];
    private QueuedInvocation? _current;
    private QueuedInvocation? _previous;

    private FunctionProcess(string id, Process process, Action<string> log)
    {
        Id = id;
        _process = process;
        _log = log;
        Exit = WaitForExitAsync();
    }

    public string Id { get; }

    /// <summary>The exit code, after the process has ended and its output was read.</summary>
    public Task<int> Exit { get; }

    /// <summary>From the start to the first request for an event; null before that.</summary>
    public TimeSpan? InitDuration { get; private set; }

    /// <summary>Whether its failure to start has been reported to an invoker.</summary>
    public bool HasFailedInit { get; set; }

    public bool IsEnding { get; set; }

    public static FunctionProcess Start(string id, ProcessStartInfo start, Action<string> log)
    {
        try
        {
            return new FunctionProcess(id, Process.Start(start)!, log);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new ToolException($"Cannot start the function ({start.FileName}): {exception.Message}.");
        }
    }

    /// <returns>How long it took to ask for its first event; null for later events.</returns>
    public TimeSpan? AskForEvent() => InitDuration is null ? InitDuration = Stopwatch.GetElapsedTime(_started) : null;

    /// <summary>From now on, its output belongs to this invocation, as does earlier output that belongs to none.</summary>
    public void Take(QueuedInvocation invocation)
    {
        lock (_linesBeforeFirstEvent)
        {
            (_previous, _current) = (_current, invocation);
            _linesBeforeFirstEvent.ForEach(invocation.Log);
            _linesBeforeFirstEvent.Clear();
        }
    }

    public void Kill()
    {
        IsEnding = true;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has already exited.
        }
    }

    private async Task<int> WaitForExitAsync()
    {
        var output = Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
        await _process.WaitForExitAsync();

        // A child process can outlive it and keep its output open.
        await Task.WhenAny(output, Task.Delay(OutputGrace));
        var code = _process.ExitCode;
        _process.Dispose();
        return code;
    }

    private async Task ReadAsync(StreamReader output)
    {
        try
        {
            while (await output.ReadLineAsync() is { } line)
            {
                Write(line);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process has exited.
        }
    }

    private void Write(string line)
    {
        _log(line);
        lock (_linesBeforeFirstEvent)
        {
            if (_current is null)
            {
                _linesBeforeFirstEvent.Add(line);
            }
            else
            {
                // The output can arrive after the answer.
                (_previous?.IsAbout(line) is true ? _previous : _current).Log(line);
            }
        }
    }
}
