namespace GenesysLambdas.Publishing.Actions;

/// <summary>How Genesys Cloud reaches an action's function.</summary>
public sealed record ActionCall(string IntegrationType, string Url, JsonObject Headers)
{
    public const string LambdaIntegration = "aws-lambda-data-actions";

    /// <param name="function">
    /// The function's ARN; null for a placeholder. Its spaces and angle brackets are never valid in an ARN or function name, so it is
    /// rejected as invalid rather than like a role without permission (403).
    /// </param>
    public static ActionCall Lambda(LookupContract lookup, string? function) => new(LambdaIntegration, function ?? $"<ARN of {lookup.Function}>", []);
}
