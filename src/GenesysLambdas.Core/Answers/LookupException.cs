namespace GenesysLambdas.Core.Answers;

/// <summary>Ends a lookup with an answer that reports a failure. It never leaves the function.</summary>
/// <param name="cause">What led to it; its type is logged, its message is not.</param>
public sealed class LookupException(Failure failure, Exception? cause = null) : Exception(failure?.Message, cause)
{
    public Failure Failure { get; } = failure ?? throw new ArgumentNullException(nameof(failure));
}
