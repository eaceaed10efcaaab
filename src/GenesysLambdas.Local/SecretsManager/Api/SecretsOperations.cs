using System.Collections.Frozen;

namespace GenesysLambdas.Local.SecretsManager.Api;

/// <summary>The emulator's Secrets Manager operations, by name.</summary>
internal static class SecretsOperations
{
    public static FrozenDictionary<string, Func<SecretStore, SecretsRequest, JsonObject>> All { get; } =
        new Dictionary<string, Func<SecretStore, SecretsRequest, JsonObject>>
        {
            ["CreateSecret"] = SecretOperations.Create,
            ["UpdateSecret"] = SecretOperations.Update,
            ["DescribeSecret"] = SecretOperations.Describe,
            ["ListSecrets"] = SecretOperations.List,
            ["GetSecretValue"] = ValueOperations.Get,
            ["PutSecretValue"] = ValueOperations.Put,
            ["BatchGetSecretValue"] = ValueOperations.BatchGet,
            ["ListSecretVersionIds"] = ValueOperations.ListVersions,
            ["UpdateSecretVersionStage"] = StageOperations.Update,
            ["GetRandomPassword"] = PasswordOperations.Create,
            ["DeleteSecret"] = DeletionOperations.Delete,
            ["RestoreSecret"] = DeletionOperations.Restore,
            ["GetResourcePolicy"] = AccessOperations.GetPolicy,
            ["RotateSecret"] = AccessOperations.Rotate,
        }.ToFrozenDictionary();
}
