namespace GenesysLambdas.Core.Answers;

/// <summary>What went wrong, for the Architect author.</summary>
/// <param name="Message">One sentence: no stack trace, no secret, no URL with a query.</param>
public record Failure(ErrorCode Code, string Message)
{
    /// <summary>A <see cref="FailureReason"/>, more specific than the code. Lookups may word some of them differently.</summary>
    public string? Reason { get; init; }

    /// <summary>The exact cause, if known, for the log: a <see cref="FailureReason"/>.</summary>
    public string? Detail { get; init; }

    /// <summary>The name of the setting or inputs concerned, for the log. Never a value, or a name taken from the request.</summary>
    public string? Subject { get; init; }

    /// <summary>The path of the unreadable value in the reply, for the log: declared names and indices, no data.</summary>
    public string? ReplyPath { get; init; }

    /// <summary>The external API's error status.</summary>
    public int? ExternalStatus { get; init; }

    /// <summary>True if a write may have been performed, for example if the reply was a server error (5xx).</summary>
    public bool MayHaveRun { get; init; }

    /// <summary>For a reply that is JSON but does not contain what the lookup needs.</summary>
    public static Failure UnusableReply(string message, string? detail = null) =>
        new(ErrorCode.ExternalApiError, message) { Reason = FailureReason.UnusableReply, Detail = detail };
}

/// <summary>Makes a lookup answer with a failure. It never leaves the function.</summary>
/// <param name="cause">The cause. Its type is logged, but not its message.</param>
public sealed class LookupException(Failure failure, Exception? cause = null) : Exception(failure?.Message, cause)
{
    public Failure Failure { get; } = failure ?? throw new ArgumentNullException(nameof(failure));
}
