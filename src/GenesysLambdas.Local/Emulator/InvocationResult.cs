namespace GenesysLambdas.Local.Emulator;

/// <summary>What an invoker gets.</summary>
/// <param name="RequestId">The invocation's id.</param>
/// <param name="Payload">The function's answer, byte for byte, or the error's JSON.</param>
/// <param name="FunctionError"><c>Unhandled</c> if the function failed instead of answering; else null.</param>
/// <param name="Duration">From the moment a process took the event to its answer.</param>
/// <param name="InitDuration">From the start of the process to its first request for an event, if this was its first event; else null.</param>
public sealed record InvocationResult(
    string RequestId,
    ReadOnlyMemory<byte> Payload,
    string? FunctionError,
    TimeSpan Duration,
    TimeSpan? InitDuration)
{
    /// <summary>The one kind of failure that Lambda reports for functions that use the runtime API.</summary>
    public const string Unhandled = "Unhandled";

    /// <summary>What the function wrote, if it was collected.</summary>
    public string Log { get; init; } = "";
}
