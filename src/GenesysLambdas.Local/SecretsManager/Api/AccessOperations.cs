namespace GenesysLambdas.Local.SecretsManager.Api;

/// <summary>Policies and rotation, which the emulator does not have: answers as AWS does when there are none.</summary>
internal static class AccessOperations
{
    public static JsonObject GetPolicy(SecretStore store, SecretsRequest request) => store.Use(request.Required("SecretId"), SecretJson.Identity);

    public static JsonObject Rotate(SecretStore store, SecretsRequest request) => store.Use<JsonObject>(
        request.Required("SecretId"),
        _ => throw (request.Optional("RotationLambdaARN") is null
            ? SecretsManagerException.InvalidRequest("No Lambda rotation function ARN is associated with this secret.")
            : new SecretsManagerException(
                "AccessDeniedException",
                "Secrets Manager cannot invoke the specified Lambda function. "
                + "Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.")));
}
