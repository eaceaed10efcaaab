namespace GenesysLambdas.Local.Emulator;

/// <summary>
/// One function with its queue of invocations and its processes. A process is started if an invocation would have to wait, up to a limit, and serves
/// one invocation at a time.
/// </summary>
internal sealed class EmulatedFunction : IAsyncDisposable
{
    private readonly ProcessLimits _limits;
    private readonly Lock _lock = new();
    private readonly LinkedList<QueuedInvocation> _waiting = [];
    private readonly EventRequests _requests = new();
    private readonly Dictionary<string, RunningInvocation> _running = [];
    private readonly FunctionProcesses _processes;
    private readonly CancellationTokenSource _stopping = new();

    /// <param name="start">Starts a process with an id; null if others start the processes.</param>
    public EmulatedFunction(LookupContract contract, ProcessLimits limits, Func<string, FunctionProcess>? start)
    {
        (Contract, _limits) = (contract, limits);
        _processes = new FunctionProcesses(limits, start, FailLateInit, Replace, _stopping.Token);
    }

    public LookupContract Contract { get; }

    /// <summary>Called with every event before a process gets it.</summary>
    public Action<QueuedInvocation>? Invoked { get; set; }

    /// <summary>A failure of the function is also a result.</summary>
    /// <exception cref="OperationCanceledException">The emulator was stopped.</exception>
    public Task<InvocationResult> InvokeAsync(QueuedInvocation invocation)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
            Invoked?.Invoke(invocation);
            _waiting.AddLast(invocation);
            HandOut();
        }

        return invocation.Result.WaitAsync(_stopping.Token);
    }

    /// <param name="processId">Null for a process that the emulator did not start.</param>
    /// <returns>The event; null if the process is not one of this function's and should exit.</returns>
    public async Task<RunningInvocation?> NextAsync(string? processId, CancellationToken cancellationToken)
    {
        EventRequest request;
        lock (_lock)
        {
            var process = processId is null ? null : _processes.Find(processId);
            if (processId is not null && process is not { IsEnding: false })
            {
                process?.Kill();
                return null;
            }

            request = new EventRequest(process, process?.AskForEvent());
            _requests.Add(request);
            HandOut();
        }

        using var registration = cancellationToken.Register(() => request.Event.TrySetCanceled(cancellationToken));
        return await request.Event.Task.WaitAsync(_stopping.Token);
    }

    /// <summary>Puts an event back at the front of the queue after its process disconnected.</summary>
    public void GiveBack(RunningInvocation running)
    {
        lock (_lock)
        {
            if (_running.Remove(running.Invocation.RequestId))
            {
                _waiting.AddFirst(running.Invocation);
                HandOut();
            }
        }
    }

    /// <summary>Ends a running invocation; false if the process does not have it.</summary>
    public bool Answer(string? processId, string requestId, ReadOnlyMemory<byte> payload, string? functionError)
    {
        lock (_lock)
        {
            if (!_running.TryGetValue(requestId, out var running) || running.Process?.Id != processId)
            {
                return false;
            }

            _running.Remove(requestId);
            running.Answer(payload, functionError);
            return true;
        }
    }

    /// <summary>Fails the first waiting invocation because a process failed to start.</summary>
    /// <returns>False if it is not a process of this function.</returns>
    public bool FailInit(string? processId, Func<string, byte[]> error)
    {
        lock (_lock)
        {
            var process = processId is null ? null : _processes.Find(processId);
            if (process is null && processId is not null)
            {
                return false;
            }

            if (process is { HasFailedInit: true } or { InitDuration: not null })
            {
                return true;
            }

            process?.HasFailedInit = true;
            if (TakeFirst() is { } invocation)
            {
                var running = new RunningInvocation(invocation, process, _limits.Timeout, InitDuration: null);
                invocation.Take(running);
                running.Answer(error(invocation.RequestId), InvocationResult.Unhandled);
            }

            return true;
        }
    }

    /// <summary>Kills all processes. Their invocations fail, and the next one gets a new process.</summary>
    public int Kill()
    {
        lock (_lock)
        {
            var processes = _processes.All.Where(process => !process.IsEnding).ToList();
            foreach (var process in processes)
            {
                FailInit(process.Id, RuntimeError.Killed);
                process.Kill();
            }

            return processes.Count;
        }
    }

    /// <summary>Replaces the processes, because their environment has changed; busy ones finish their invocation first.</summary>
    public void ReplaceProcesses()
    {
        lock (_lock)
        {
            foreach (var process in _processes.All)
            {
                process.IsEnding = true;
                if (RunningOn(process) is null)
                {
                    process.HasFailedInit = true;
                    process.Kill();
                }
            }

            StartProcesses();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task exits;
        lock (_lock)
        {
            _stopping.Cancel();
            exits = _processes.KillAll();
        }

        await exits;
    }

    private QueuedInvocation? TakeFirst()
    {
        var first = _waiting.First?.Value;
        if (first is not null)
        {
            _waiting.RemoveFirst();
        }

        return first;
    }

    private RunningInvocation? RunningOn(FunctionProcess process) => _running.Values.FirstOrDefault(running => running.Process == process);

    private void HandOut()
    {
        while (_waiting.First is { Value: var invocation } && _requests.TryTake(out var request))
        {
            var timeout = request.Process is null ? _limits.VisitorTimeout ?? _limits.Timeout : _limits.Timeout;
            var running = new RunningInvocation(invocation, request.Process, timeout, request.InitDuration);
            if (request.TryTake(running))
            {
                _waiting.RemoveFirst();
                _running.Add(invocation.RequestId, running);
                invocation.Take(running);
                _ = EndInTimeAsync(running);
            }
        }

        StartProcesses();
    }

    private void StartProcesses()
    {
        while (_processes.NeedsMore(_waiting.Count))
        {
            try
            {
                _processes.Start();
            }
            catch (ToolException exception)
            {
                TakeFirst()!.Fail(exception);
            }
        }
    }

    private async Task EndInTimeAsync(RunningInvocation running)
    {
        var id = running.Invocation.RequestId;
        await Task.WhenAny(running.Invocation.Result, Task.Delay(running.Timeout, _stopping.Token));
        lock (_lock)
        {
            if (!_stopping.IsCancellationRequested && ReferenceEquals(_running.GetValueOrDefault(id), running))
            {
                Answer(running.Process?.Id, id, RuntimeError.TimedOut(id, running.Timeout), InvocationResult.Unhandled);
                running.Process?.Kill();
            }
        }
    }

    private void FailLateInit(FunctionProcess process)
    {
        FailInit(process.Id, id => RuntimeError.TimedOut(id, _limits.Timeout));
        process.Kill();
    }

    private void Replace(FunctionProcess process, int exitCode)
    {
        lock (_lock)
        {
            FailInit(process.Id, id => RuntimeError.Exited(id, exitCode));
            _processes.Remove(process);
            if (RunningOn(process) is { Invocation.RequestId: var id })
            {
                Answer(process.Id, id, RuntimeError.Exited(id, exitCode), InvocationResult.Unhandled);
            }

            StartProcesses();
        }
    }
}
