namespace GenesysLambdas.Local.Emulator;

/// <param name="Payload">The function's answer, unchanged, or the error's JSON.</param>
/// <param name="FunctionError"><c>Unhandled</c> if the function failed instead of answering; otherwise null.</param>
/// <param name="Duration">From the time a process took the event until its answer.</param>
/// <param name="InitDuration">From the start of the process until it asked for its first event, if this is it; otherwise null.</param>
public sealed record InvocationResult(
    string RequestId,
    ReadOnlyMemory<byte> Payload,
    string? FunctionError,
    TimeSpan Duration,
    TimeSpan? InitDuration)
{
    /// <summary>The only function error that Lambda reports for functions that use the runtime API.</summary>
    public const string Unhandled = "Unhandled";

    /// <summary>The function's output, if it was collected.</summary>
    public string Log { get; init; } = "";
}
