namespace GenesysLambdas.Core.Answers;

/// <summary>Whether an answer needs an operator's attention.</summary>
internal enum Outcome
{
    Success,

    /// <summary>The request was invalid, or nothing was found. It needs no operator's attention.</summary>
    Rejected,

    Failed,
}

/// <summary>How an invocation ended.</summary>
internal readonly record struct AnswerStatus(Outcome Outcome, int StatusCode, string ErrorCode);
