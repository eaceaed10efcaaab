namespace GenesysLambdas.Local.SecretsManager.Api;

/// <summary>The staging labels of a secret's versions, with which a rotation replaces its value.</summary>
internal static class StageOperations
{
    private const int MaxLength = 256;

    public static JsonObject Update(SecretStore store, SecretsRequest request)
    {
        var stage = Check(request.Required("VersionStage"));
        return store.Use(request.Required("SecretId"), secret =>
        {
            secret.ChangeStage(stage, request.Optional("RemoveFromVersionId"), request.Optional("MoveToVersionId"));
            return SecretJson.Identity(secret);
        });
    }

    public static IReadOnlyList<string>? StagesIn(SecretsRequest request) => request.Strings("VersionStages") switch
    {
        { Count: > SecretVersion.MaxStages } => throw SecretsManagerException.Invalid(
            "VersionStages", $"Member must have length less than or equal to {SecretVersion.MaxStages}"),
        var stages => stages?.Select(Check).Distinct(StringComparer.Ordinal).ToList(),
    };

    private static string Check(string stage) => stage.Length is > 0 and <= MaxLength
        ? stage
        : throw SecretsManagerException.Invalid("VersionStage", $"Member must have length between 1 and {MaxLength}");
}
