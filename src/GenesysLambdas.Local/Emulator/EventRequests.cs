using System.Diagnostics.CodeAnalysis;

namespace GenesysLambdas.Local.Emulator;

/// <summary>The processes that are waiting for an event, in order. Guarded by its owner's lock.</summary>
internal sealed class EventRequests
{
    private readonly Queue<EventRequest> _visitors = [];
    private readonly Queue<EventRequest> _others = [];

    public void Add(EventRequest request) => (request.Process is null ? _visitors : _others).Enqueue(request);

    /// <summary>Processes that were started by hand, for example in a debugger, come first.</summary>
    public bool TryTake([NotNullWhen(true)] out EventRequest? request) => _visitors.TryDequeue(out request) || _others.TryDequeue(out request);
}

/// <param name="Process">Null for a process that the emulator did not start (a visitor).</param>
/// <param name="InitDuration">How long the process took to ask for its first event, if this is it.</param>
internal sealed record EventRequest(FunctionProcess? Process = null, TimeSpan? InitDuration = null)
{
    public TaskCompletionSource<RunningInvocation> Event { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>False if the process is no longer waiting.</summary>
    public bool TryTake(RunningInvocation running) => Process is not { IsEnding: true } && Event.TrySetResult(running);
}
