using System.Text.RegularExpressions;

namespace GenesysLambdas.Local.SecretsManager.Api;

internal static partial class SecretOperations
{
    public static JsonObject Create(SecretStore store, SecretsRequest request)
    {
        var name = request.Required("Name");
        if (!ValidName().IsMatch(name))
        {
            throw SecretsManagerException.InvalidParameter(
                "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
        }

        request.Refuse("Tags");
        var secret = store.Create(name, request.Value(), request.Optional("Description"), request.Optional("ClientRequestToken"));
        return Changed(secret, secret.Versions is [.., var newest] ? newest : null);
    }

    public static JsonObject Update(SecretStore store, SecretsRequest request)
    {
        var value = request.Value();
        return store.Use(request.Required("SecretId"), secret =>
        {
            var version = value is null ? null : secret.Put(value, request.Optional("ClientRequestToken"));
            if (request.Optional("Description") is { } description)
            {
                secret.Description = description;
                secret.LastChangedDate = DateTimeOffset.UtcNow;
            }

            return Changed(secret, version);
        });
    }

    public static JsonObject Describe(SecretStore store, SecretsRequest request) => store.UseEvenDeleted(request.Required("SecretId"), secret =>
    {
        var answer = SecretJson.Description(secret);
        answer["VersionIdsToStages"] = SecretJson.Stages(secret);
        return answer;
    });

    public static JsonObject List(SecretStore store, SecretsRequest request)
    {
        request.Refuse("Filters");
        var secrets = request.Flag("IncludePlannedDeletion") ? store.ListEvenDeleted() : store.List();
        return ResultPage.Add([], "SecretList", secrets, request, secret =>
        {
            var entry = SecretJson.Description(secret);
            entry["SecretVersionsToStages"] = SecretJson.Stages(secret);
            return entry;
        });
    }

    // There are no policies and rotations, so these answer as AWS does without any.
    public static JsonObject GetPolicy(SecretStore store, SecretsRequest request) => store.Use(request.Required("SecretId"), SecretJson.Identity);

    public static JsonObject Rotate(SecretStore store, SecretsRequest request) => store.Use<JsonObject>(
        request.Required("SecretId"),
        _ => throw (request.Optional("RotationLambdaARN") is null
            ? SecretsManagerException.InvalidRequest("No Lambda rotation function ARN is associated with this secret.")
            : new SecretsManagerException(
                "AccessDeniedException",
                "Secrets Manager cannot invoke the specified Lambda function. "
                + "Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.")));

    private static JsonObject Changed(StoredSecret secret, SecretVersion? version)
    {
        var answer = SecretJson.Identity(secret);
        if (version is not null)
        {
            answer["VersionId"] = version.Id;
        }

        return answer;
    }

    [GeneratedRegex(@"^[A-Za-z0-9/_+=.@!-]{1,512}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValidName();
}
