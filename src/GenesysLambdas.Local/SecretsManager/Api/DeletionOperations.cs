namespace GenesysLambdas.Local.SecretsManager.Api;

/// <summary>
/// Deletes and restores secrets (<see href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html">DeleteSecret</see>).
/// Recovery windows never end: the shortest is a week.
/// </summary>
internal static class DeletionOperations
{
    private const int DefaultWindow = 30;
    private const int MinWindow = 7;
    private const int MaxWindow = 30;

    public static JsonObject Delete(SecretStore store, SecretsRequest request)
    {
        var id = request.Required("SecretId");
        var window = request.Number("RecoveryWindowInDays");
        var isForced = request.Flag("ForceDeleteWithoutRecovery");
        if (isForced && window is not null)
        {
            throw SecretsManagerException.InvalidParameter("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }

        if (window is < MinWindow or > MaxWindow)
        {
            throw SecretsManagerException.InvalidParameter($"The RecoveryWindowInDays value must be between {MinWindow} and {MaxWindow} days (inclusive).");
        }

        return isForced ? Remove(store, id) : store.Use(id, secret =>
        {
            var date = DateTimeOffset.UtcNow.AddDays(window ?? DefaultWindow);
            secret.DeletionDate = date;
            return Deleted(SecretJson.Identity(secret), date);
        });
    }

    public static JsonObject Restore(SecretStore store, SecretsRequest request) => store.UseEvenDeleted(request.Required("SecretId"), secret =>
    {
        secret.DeletionDate = null;
        return SecretJson.Identity(secret);
    });

    // Deleting a missing secret is not an error, so that the request can be retried.
    private static JsonObject Remove(SecretStore store, string id)
    {
        var arn = id.StartsWith("arn:", StringComparison.Ordinal) ? id : SecretStore.NewArn(id);
        return Deleted(store.Remove(id) is { } secret ? SecretJson.Identity(secret) : new JsonObject { ["ARN"] = arn, ["Name"] = id }, DateTimeOffset.UtcNow);
    }

    private static JsonObject Deleted(JsonObject answer, DateTimeOffset date)
    {
        answer["DeletionDate"] = SecretJson.Seconds(date);
        return answer;
    }
}
