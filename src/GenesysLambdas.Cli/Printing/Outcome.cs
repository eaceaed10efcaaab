namespace GenesysLambdas.Cli.Printing;

/// <summary>What became of an invocation.</summary>
/// <param name="Payload">The function's answer, or the error's JSON.</param>
/// <param name="IsFunctionError">Whether the function failed instead of answering.</param>
/// <param name="Duration">How long the invocation took.</param>
/// <param name="ColdStart">How long the process took before it; null: not known, or it was running.</param>
/// <param name="Log">What the function wrote.</param>
internal sealed record Outcome(ReadOnlyMemory<byte> Payload, bool IsFunctionError, TimeSpan Duration, TimeSpan? ColdStart, string Log);
