namespace GenesysLambdas.Core.Secrets;

/// <summary>What is wrong with a secret. Messages name the setting that names it, and not the secret.</summary>
/// <param name="Problem">In words that follow "The secret".</param>
/// <param name="Reason">A word of <see cref="FailureReason"/>.</param>
internal readonly record struct SecretFailure(string Problem, string Reason)
{
    public string? Detail { get; init; }

    public static LookupException Unusable(string setting, string problem) => new SecretFailure(problem, FailureReason.SecretUnusable).ToException(setting);

    public LookupException ToException(string setting, Exception? cause = null) => new(
        new Failure(ErrorCode.ConfigurationError, $"The secret named by {setting} {Problem}") { Reason = Reason, Detail = Detail, Subject = setting },
        cause);
}
