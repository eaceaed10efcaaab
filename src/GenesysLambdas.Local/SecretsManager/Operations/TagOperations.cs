namespace GenesysLambdas.Local.SecretsManager.Operations;

/// <summary>
/// Secrets' tags, up to 50 of a secret
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html">TagResource</see>).
/// </summary>
internal static class TagOperations
{
    private const int MaxTags = 50;
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;

    public static JsonObject Tag(SecretStore store, SecretsRequest request)
    {
        var added = Read(request) ?? throw SecretsManagerException.InvalidParameter("You must provide a value for the Tags parameter.");
        return store.Use(request.Required("SecretId"), secret => Change(secret, [.. Without(secret, added.Select(tag => tag.Key)), .. added]));
    }

    public static JsonObject Untag(SecretStore store, SecretsRequest request)
    {
        var keys = request.Texts("TagKeys") ?? throw SecretsManagerException.InvalidParameter("You must provide a value for the TagKeys parameter.");
        return store.Use(request.Required("SecretId"), secret => Change(secret, [.. Without(secret, keys)]));
    }

    /// <summary>The tags in a request; null if it has none.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Read(SecretsRequest request)
    {
        var tags = request.Objects("Tags")?.Select(tag => KeyValuePair.Create(tag.Required("Key"), tag.Optional("Value") ?? "")).ToList();
        return tags is null ? null
            : tags.Exists(tag => tag.Key.Length > MaxKeyLength) ? throw SecretsManagerException.Invalid("Tags", $"Key must have length less than or equal to {MaxKeyLength}")
            : tags.Exists(tag => tag.Value.Length > MaxValueLength) ? throw SecretsManagerException.Invalid("Tags", $"Value must have length less than or equal to {MaxValueLength}")
            : tags.Exists(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) ? throw SecretsManagerException.InvalidParameter("Tag keys must not start with aws:.")
            : AtMost(tags);
    }

    private static IEnumerable<KeyValuePair<string, string>> Without(StoredSecret secret, IEnumerable<string> keys) => secret.Tags.ExceptBy(keys, tag => tag.Key);

    private static JsonObject Change(StoredSecret secret, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        secret.Tags = AtMost(tags);
        secret.LastChangedDate = DateTimeOffset.UtcNow;
        return [];
    }

    private static IReadOnlyList<KeyValuePair<string, string>> AtMost(IReadOnlyList<KeyValuePair<string, string>> tags) =>
        tags.Count <= MaxTags ? tags : throw SecretsManagerException.InvalidParameter($"A secret can have at most {MaxTags} tags.");
}
