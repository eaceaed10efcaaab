using System.Diagnostics;

namespace GenesysLambdas.Local.Emulator;

/// <summary>One process of a function. Its owner's lock guards its properties.</summary>
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

    /// <summary>The exit code, once the process has ended and its output has been read.</summary>
    public Task<int> Exit { get; }

    /// <summary>From its start to its first request for an event; null before that.</summary>
    public TimeSpan? InitDuration { get; private set; }

    /// <summary>Whether an invoker was told that it failed to start.</summary>
    public bool HasFailedInit { get; set; }

    /// <summary>Whether it gets no more events.</summary>
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

    /// <summary>Notes that it asked for an event; returns how long it took to get there the first time, and null after that.</summary>
    public TimeSpan? AskForEvent() => InitDuration is null ? InitDuration = Stopwatch.GetElapsedTime(_started) : null;

    /// <summary>From now on its output belongs to this invocation, and so does any output before its first one.</summary>
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
            // It has already ended.
        }
    }

    private async Task<int> WaitForExitAsync()
    {
        var output = Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
        await _process.WaitForExitAsync();

        // A process that it started may outlive it and keep its output open.
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
            // The process is gone, and so is its output.
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
                // Its answer may be quicker than its output.
                (_previous?.IsAbout(line) is true ? _previous : _current).Log(line);
            }
        }
    }
}
