namespace GenesysLambdas.Core.Answers;

/// <summary>What an answer means to whoever runs the functions.</summary>
internal enum Outcome
{
    Success,

    /// <summary>The caller asked for something invalid, or for something that does not exist: no operator needs to look at it.</summary>
    Rejected,

    Failed,
}

/// <summary>How an invocation ended.</summary>
internal readonly record struct AnswerStatus(Outcome Outcome, int StatusCode, string ErrorCode);
