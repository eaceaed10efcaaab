namespace GenesysLambdas.Local.Emulator;

/// <summary>Guarded by its owner's lock; the callbacks are called without it.</summary>
/// <param name="start">Starts a process with an id; null if others start the processes.</param>
/// <param name="late">Called if a process does not ask for an event in time.</param>
/// <param name="ended">Called when a process has ended, with its exit code.</param>
internal sealed class FunctionProcesses(
    ProcessLimits limits,
    Func<string, FunctionProcess>? start,
    Action<FunctionProcess> late,
    Action<FunctionProcess, int> ended,
    CancellationToken stopping)
{
    private readonly Dictionary<string, FunctionProcess> _processes = [];

    public IReadOnlyCollection<FunctionProcess> All => _processes.Values;

    public FunctionProcess? Find(string id) => _processes.GetValueOrDefault(id);

    public void Remove(FunctionProcess process) => _processes.Remove(process.Id);

    /// <summary>Whether there are more events waiting than processes starting.</summary>
    public bool NeedsMore(int waiting) =>
        start is not null && !stopping.IsCancellationRequested && _processes.Count < limits.MaxProcesses
        && _processes.Values.Count(process => process is { InitDuration: null, HasFailedInit: false }) < waiting;

    public void Start()
    {
        var process = start!(Guid.NewGuid().ToString("N"));
        _processes.Add(process.Id, process);
        _ = GetReadyInTimeAsync(process);
        _ = WaitForEndAsync(process);
    }

    /// <returns>Completes when all have ended.</returns>
    public Task KillAll()
    {
        foreach (var process in _processes.Values)
        {
            process.Kill();
        }

        return Task.WhenAll([.. _processes.Values.Select(process => process.Exit)]);
    }

    private async Task GetReadyInTimeAsync(FunctionProcess process)
    {
        if (await Task.WhenAny(process.Exit, Task.Delay(limits.Timeout, stopping)) != process.Exit && process.InitDuration is null)
        {
            late(process);
        }
    }

    private async Task WaitForEndAsync(FunctionProcess process) => ended(process, await process.Exit);
}

/// <param name="Timeout">Of an invocation, and of a process until it asks for its first event.</param>
/// <param name="VisitorTimeout">Of an invocation in a process that the emulator did not start; null for the same timeout.</param>
internal sealed record ProcessLimits(TimeSpan Timeout, TimeSpan? VisitorTimeout, int MaxProcesses);
