namespace GenesysLambdas.Local.SecretsManager.Api;

internal static class ValueOperations
{
    private const int MaxBatch = 20;
    private const int MaxStageLength = 256;

    public static JsonObject Get(SecretStore store, SecretsRequest request) =>
        Describe(store, request.Required("SecretId"), request.Optional("VersionId"), request.Optional("VersionStage"));

    public static JsonObject Put(SecretStore store, SecretsRequest request)
    {
        var value = request.Value() ?? throw SecretsManagerException.InvalidParameter("You must provide either SecretString or SecretBinary.");
        var (secret, version) = store.Put(request.Required("SecretId"), value, request.Optional("ClientRequestToken"), StagesIn(request));
        return SecretJson.Identity(secret, version);
    }

    public static JsonObject BatchGet(SecretStore store, SecretsRequest request)
    {
        request.Refuse("Filters");
        request.Refuse("MaxResults");
        var ids = request.Strings("SecretIdList")
            ?? throw SecretsManagerException.InvalidParameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
        if (ids.Count > MaxBatch)
        {
            throw SecretsManagerException.Invalid("SecretIdList", $"Member must have length less than or equal to {MaxBatch}");
        }

        var (values, errors) = (new JsonArray(), new JsonArray());
        foreach (var id in ids)
        {
            try
            {
                values.Add((JsonNode)Describe(store, id));
            }
            catch (SecretsManagerException exception)
            {
                errors.Add((JsonNode)new JsonObject { ["SecretId"] = id, ["ErrorCode"] = exception.Type, ["Message"] = exception.Message });
            }
        }

        return new JsonObject { ["SecretValues"] = values, ["Errors"] = errors };
    }

    public static JsonObject ListVersions(SecretStore store, SecretsRequest request) => store.UseEvenDeleted(request.Required("SecretId"), secret =>
    {
        var withDeprecated = request.Flag("IncludeDeprecated");
        var shown = secret.Versions.Where(version => withDeprecated || version.Stages.Count > 0).ToList();
        return ResultPage.Add(SecretJson.Identity(secret), "Versions", shown, request, version => new JsonObject
        {
            ["VersionId"] = version.Id,
            ["VersionStages"] = SecretJson.Strings(version.Stages),
            ["CreatedDate"] = SecretJson.Seconds(version.CreatedDate),
        });
    });

    public static JsonObject UpdateStage(SecretStore store, SecretsRequest request)
    {
        var stage = CheckStage(request.Required("VersionStage"));
        return store.Use(request.Required("SecretId"), secret =>
        {
            secret.ChangeStage(stage, request.Optional("RemoveFromVersionId"), request.Optional("MoveToVersionId"));
            return SecretJson.Identity(secret);
        });
    }

    private static JsonObject Describe(SecretStore store, string id, string? versionId = null, string? stage = null)
    {
        var (secret, version) = store.Get(id, versionId, stage);
        var answer = SecretJson.Identity(secret, version);
        answer["CreatedDate"] = SecretJson.Seconds(version.CreatedDate);
        answer[version.Value.Text is null ? "SecretBinary" : "SecretString"] = version.Value.Text ?? version.Value.Binary;
        return answer;
    }

    private static List<string>? StagesIn(SecretsRequest request) => request.Strings("VersionStages") switch
    {
        { Count: > SecretVersion.MaxStages } => throw SecretsManagerException.Invalid(
            "VersionStages", $"Member must have length less than or equal to {SecretVersion.MaxStages}"),
        var stages => stages?.Select(CheckStage).Distinct(StringComparer.Ordinal).ToList(),
    };

    private static string CheckStage(string stage) => stage.Length is > 0 and <= MaxStageLength
        ? stage
        : throw SecretsManagerException.Invalid("VersionStage", $"Member must have length between 1 and {MaxStageLength}");
}
