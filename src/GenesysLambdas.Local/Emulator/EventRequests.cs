using System.Diagnostics.CodeAnalysis;

namespace GenesysLambdas.Local.Emulator;

/// <summary>The processes that wait for an event, in the order in which they get one. Its owner's lock guards it.</summary>
internal sealed class EventRequests
{
    private readonly Queue<EventRequest> _visitors = [];
    private readonly Queue<EventRequest> _others = [];

    public void Add(EventRequest request) => (request.Process is null ? _visitors : _others).Enqueue(request);

    /// <summary>Takes the next one. Who was started by hand, such as in a debugger, is meant to get the events.</summary>
    public bool TryTake([NotNullWhen(true)] out EventRequest? request) => _visitors.TryDequeue(out request) || _others.TryDequeue(out request);
}

/// <param name="Process">Who asks; null: someone that the emulator did not start, a visitor.</param>
/// <param name="InitDuration">How long the process took to ask, where it is the first time.</param>
internal sealed record EventRequest(FunctionProcess? Process = null, TimeSpan? InitDuration = null)
{
    public TaskCompletionSource<RunningInvocation> Event { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Hands an event over; false if nobody waits any more.</summary>
    public bool TryTake(RunningInvocation running) => Process is not { IsEnding: true } && Event.TrySetResult(running);
}
