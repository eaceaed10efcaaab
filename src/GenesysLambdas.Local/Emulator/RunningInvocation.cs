using System.Diagnostics;

namespace GenesysLambdas.Local.Emulator;

/// <param name="Process">Who has it; null: someone that the emulator did not start.</param>
/// <param name="InitDuration">How long the process took to ask for it, where it is its first.</param>
internal sealed record RunningInvocation(QueuedInvocation Invocation, FunctionProcess? Process, TimeSpan Timeout, TimeSpan? InitDuration)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public DateTimeOffset Deadline { get; } = DateTimeOffset.UtcNow + Timeout;

    public void Answer(ReadOnlyMemory<byte> payload, string? functionError) => Invocation.Answer(
        new InvocationResult(Invocation.RequestId, payload, functionError, Stopwatch.GetElapsedTime(_started), InitDuration));
}
