using System.Diagnostics;

namespace GenesysLambdas.Cli.Emulator;

/// <summary>An invocation that was handed out.</summary>
/// <param name="Invocation">The invocation.</param>
/// <param name="Process">Who has it; null: someone that the emulator did not start.</param>
/// <param name="Timeout">The longest it may take.</param>
/// <param name="InitDuration">How long the process took to ask for it, where it is its first.</param>
internal sealed record RunningInvocation(QueuedInvocation Invocation, FunctionProcess? Process, TimeSpan Timeout, TimeSpan? InitDuration)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>The end of the invocation's time.</summary>
    public DateTimeOffset Deadline { get; } = DateTimeOffset.UtcNow + Timeout;

    /// <summary>Answers the invoker.</summary>
    /// <param name="payload">The answer or the error.</param>
    /// <param name="functionError"><see cref="InvocationResult.Unhandled"/> for an error.</param>
    public void Answer(ReadOnlyMemory<byte> payload, string? functionError) => Invocation.Answer(
        new InvocationResult(Invocation.RequestId, payload, functionError, Stopwatch.GetElapsedTime(_started), InitDuration));
}
