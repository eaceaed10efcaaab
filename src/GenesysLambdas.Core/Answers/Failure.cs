namespace GenesysLambdas.Answers;

/// <summary>What went wrong, for the Architect author.</summary>
/// <param name="Code">The output <c>errorCode</c>.</param>
/// <param name="Message">One sentence: no stack trace, no secret, no URL with a query.</param>
public sealed record Failure(ErrorCode Code, string Message)
{
    /// <summary>What more is known.</summary>
    public FailureReason Reason { get; init; }

    /// <summary>What it was, more closely than <see cref="Reason"/> says: a word of <see cref="FailureDetail"/>, for the log.</summary>
    public string? Detail { get; init; }

    /// <summary>The setting or the inputs concerned, by name and never by value, for the log. A name that came with the request is none.</summary>
    public string? Subject { get; init; }

    /// <summary>The status the external API answered with, where it answered with an error.</summary>
    public int? ExternalStatus { get; init; }

    /// <summary>Whether a request that must not run twice was sent all the same, so that it may have run.</summary>
    public bool MayHaveRun { get; init; }

    /// <summary>The lookup's own outputs, where it knows more of them than can be told from the failure.</summary>
    public LookupOutputs? Outputs { get; init; }
}
