using GenesysLambdas.Answers;

namespace GenesysLambdas.ExternalApis;

/// <summary>How an attempt ended: with a reply, whatever its status, or with a failure.</summary>
internal readonly record struct AttemptResult(ApiReply? Reply, LookupException? Failure)
{
    /// <summary>Whether no complete reply came back: the far end hangs, is gone, or broke off.</summary>
    public bool IsSilent => Failure?.Failure is { Code: ErrorCode.ExternalApiTimeout } or { Reason: FailureReason.Unreachable or FailureReason.BrokenOff };

    /// <summary>Whether a connection may have carried the request.</summary>
    public bool WasSent => Failure?.Failure.Reason != FailureReason.Unreachable;

    /// <summary>Whether a write may have been performed.</summary>
    public bool MayHaveRun => Reply?.MayHaveRun ?? WasSent;

    public ApiReply ReplyOrThrow() => Reply ?? throw Failure!;
}
