using GenesysLambdas.Answers;

namespace GenesysLambdas.Telemetry;

/// <summary>How an invocation ended.</summary>
/// <param name="Outcome">Who should look into it, if anybody.</param>
/// <param name="StatusCode">As an HTTP status.</param>
/// <param name="ErrorCode">The failure's name; empty on success.</param>
internal readonly record struct InvocationResult(Outcome Outcome, int StatusCode, string ErrorCode);
