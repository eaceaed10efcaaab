namespace GenesysLambdas.Core.Answers;

/// <summary>What went wrong, for the Architect author.</summary>
/// <param name="Message">One sentence: no stack trace, no secret, no URL with a query.</param>
public record Failure(ErrorCode Code, string Message)
{
    /// <summary>The kind of failure within its code: a word of <see cref="FailureReason"/>. A lookup may word some kinds differently.</summary>
    public string? Reason { get; init; }

    /// <summary>The exact cause, if known: a word of <see cref="FailureReason"/>, for the log.</summary>
    public string? Detail { get; init; }

    /// <summary>The setting or the inputs concerned, for the log: by name, never by value, and never by a name that came with the request.</summary>
    public string? Subject { get; init; }

    /// <summary>The path of the value in the reply that could not be read, for the log: declared names and indices, no data from the reply.</summary>
    public string? ReplyPath { get; init; }

    /// <summary>The error status that the external API answered with.</summary>
    public int? ExternalStatus { get; init; }

    /// <summary>Whether a write was sent and may have been performed, for example if the reply was a server error (5xx).</summary>
    public bool MayHaveRun { get; init; }

    /// <summary>The failure of a reply that is JSON, but lacks what the lookup is for.</summary>
    public static Failure UnusableReply(string message, string? detail = null) =>
        new(ErrorCode.ExternalApiError, message) { Reason = FailureReason.UnusableReply, Detail = detail };
}

/// <summary>Ends a lookup with an answer that reports a failure. It never leaves the function.</summary>
/// <param name="cause">What led to it; its type is logged, its message is not.</param>
public sealed class LookupException(Failure failure, Exception? cause = null) : Exception(failure?.Message, cause)
{
    public Failure Failure { get; } = failure ?? throw new ArgumentNullException(nameof(failure));
}
