namespace GenesysLambdas.Answers;

/// <summary>What an answer means to those who run the functions.</summary>
internal enum Outcome
{
    /// <summary>The lookup was done.</summary>
    Success,

    /// <summary>The caller asked for something that cannot be, or that is not there: nobody of ours need look at it.</summary>
    Rejected,

    /// <summary>Something of ours, or of the external API's, does not work.</summary>
    Failure,
}
