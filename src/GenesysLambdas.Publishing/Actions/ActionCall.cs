namespace GenesysLambdas.Publishing.Actions;

/// <summary>How Genesys Cloud reaches an action's function.</summary>
/// <param name="IntegrationType">The type of the integration that the action belongs to.</param>
/// <param name="Url">Where the request goes: a function's ARN, or an address.</param>
/// <param name="Headers">What is sent with it.</param>
public sealed record ActionCall(string IntegrationType, string Url, JsonObject Headers)
{
    /// <summary>The type of an integration that invokes functions.</summary>
    public const string LambdaIntegration = "aws-lambda-data-actions";

    /// <summary>Genesys Cloud invokes the function itself.</summary>
    /// <param name="function">
    /// The function's ARN; null: a placeholder, whose blanks and brackets are in no ARN and in no function's name, so that it fails as
    /// what it is and does not look like a role without permission (403).
    /// </param>
    public static ActionCall Lambda(LookupContract lookup, string? function) => new(LambdaIntegration, function ?? $"<ARN of {lookup.Function}>", []);
}
