using GenesysLambdas.Answers;

namespace GenesysLambdas.ExternalApis;

/// <summary>What an attempt came to: a reply, whatever its status, or why there is none.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="Failure">Why there is none.</param>
internal readonly record struct AttemptResult(ApiReply? Reply, LookupException? Failure)
{
    /// <summary>Whether nothing at all came back: the far end hangs, is gone, or broke off.</summary>
    public bool IsSilent => Failure?.Failure is { Code: ErrorCode.ExternalApiTimeout } or { Reason: FailureReason.Unreachable or FailureReason.BrokenOff };

    /// <summary>Whether a connection may have carried the request.</summary>
    public bool WasSent => Failure?.Failure.Reason != FailureReason.Unreachable;

    public ApiReply ReplyOrThrow() => Reply ?? throw Failure!;
}
