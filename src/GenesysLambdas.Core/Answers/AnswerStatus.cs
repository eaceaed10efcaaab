namespace GenesysLambdas.Core.Answers;

/// <summary>What an answer means to whoever runs the functions.</summary>
internal enum Outcome
{
    /// <summary>The lookup was done.</summary>
    Success,

    /// <summary>The caller asked for something invalid, or for something that does not exist: no operator needs to look at it.</summary>
    Rejected,

    /// <summary>Something on our side, or the external API's, does not work.</summary>
    Failed,
}

/// <summary>How an invocation ended.</summary>
/// <param name="Outcome">Whether it needs an operator's attention.</param>
/// <param name="StatusCode">An HTTP-like status.</param>
/// <param name="ErrorCode">The failure's name; empty on success.</param>
internal readonly record struct AnswerStatus(Outcome Outcome, int StatusCode, string ErrorCode);
