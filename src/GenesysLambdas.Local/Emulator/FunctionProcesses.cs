namespace GenesysLambdas.Local.Emulator;

/// <summary>The processes of a function. Its owner's lock guards it; the two callbacks are called without it.</summary>
/// <param name="start">Starts a process with an id; null: processes are not the emulator's business.</param>
/// <param name="late">Called for a process that did not ask for an event in time.</param>
/// <param name="ended">Called with a process that ended, and its exit code.</param>
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

    /// <summary>Whether an event would wait for a process that is not even starting.</summary>
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

    /// <returns>Completed when all have ended.</returns>
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

/// <param name="Timeout">The longest that an invocation may take, and a process until it asks for its first event.</param>
/// <param name="VisitorTimeout">The same for a process that the emulator did not start; null: as for all others.</param>
internal sealed record ProcessLimits(TimeSpan Timeout, TimeSpan? VisitorTimeout, int MaxProcesses);
