using GenesysLambdas.Answers;

namespace GenesysLambdas.ExternalApis;

/// <summary>An attempt that brought no reply. It never leaves <see cref="ExternalApi"/>.</summary>
/// <param name="failure">What to answer if no further attempt is made.</param>
/// <param name="carried">Whether a connection may have carried the request.</param>
internal sealed class AttemptException(LookupException failure, bool carried) : Exception(failure.Message, failure)
{
    public LookupException Failure { get; } = failure;

    public bool Carried { get; } = carried;
}
