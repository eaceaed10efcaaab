using System.Security.Cryptography;
using GenesysLambdas.Cli.Emulator;

namespace GenesysLambdas.Cli.SecretsManager;

/// <summary>
/// Secrets by name, as Secrets Manager keeps them
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">What's in a secret</see>).
/// One that is marked for deletion stays, and can be described and restored, but neither read nor changed.
/// </summary>
internal sealed class SecretStore
{
    private const string ArnPrefix = $"arn:aws:secretsmanager:{FunctionName.Region}:{FunctionName.Account}:secret:";
    private const string SuffixCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int SuffixLength = 6;

    private readonly Lock _lock = new();
    private readonly List<StoredSecret> _secrets = [];

    /// <summary>Adds a secret.</summary>
    /// <param name="name">Its name, new.</param>
    /// <param name="value">Its first value; null: it has none yet.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="versionId">The value's id; null: a new one.</param>
    /// <param name="tags">Its tags; null: none.</param>
    public StoredSecret Create(
        string name, SecretValue? value, string? description = null, string? versionId = null, IReadOnlyList<KeyValuePair<string, string>>? tags = null)
    {
        lock (_lock)
        {
            if (_secrets.Find(secret => secret.Name == name) is { } old)
            {
                throw old.DeletionDate is null
                    ? SecretsManagerException.Exists($"The operation failed because the secret {name} already exists.")
                    : SecretsManagerException.InvalidRequest("You can't create this secret because a secret with this name is already scheduled for deletion.");
            }

            var secret = new StoredSecret(NewArn(name), name, DateTimeOffset.UtcNow) { Description = description, Tags = tags ?? [] };
            if (value is not null)
            {
                secret.Put(value, versionId);
            }

            _secrets.Add(secret);
            return secret;
        }
    }

    /// <summary>Gives a secret a new value: <see cref="StoredSecret.Put"/>.</summary>
    public (StoredSecret Secret, SecretVersion Version) Put(string id, SecretValue value, string? versionId = null, IReadOnlyList<string>? stages = null) =>
        Use(id, secret => (secret, secret.Put(value, versionId, stages)));

    /// <summary>A secret's value: <see cref="StoredSecret.Get"/>.</summary>
    public (StoredSecret Secret, SecretVersion Version) Get(string id, string? versionId = null, string? stage = null) =>
        Use(id, secret => (secret, secret.Get(versionId, stage)));

    /// <summary>A secret, marked for deletion or not.</summary>
    /// <param name="id">Its name, its ARN, or its ARN without the six random characters.</param>
    public StoredSecret Find(string id) => UseEvenDeleted(id, secret => secret);

    /// <summary>Reads or changes a secret.</summary>
    /// <param name="id">The secret's name or ARN.</param>
    /// <param name="use">What to do with it; nobody else uses it meanwhile.</param>
    public T Use<T>(string id, Func<StoredSecret, T> use) => UseEvenDeleted(id, secret => secret.DeletionDate is null ? use(secret) : throw SecretsManagerException.Deleted());

    /// <summary>Reads or changes a secret that may be marked for deletion.</summary>
    /// <param name="id">The secret's name or ARN.</param>
    /// <param name="use">What to do with it; nobody else uses it meanwhile.</param>
    public T UseEvenDeleted<T>(string id, Func<StoredSecret, T> use)
    {
        lock (_lock)
        {
            return use(FindOrDefault(id) ?? throw SecretsManagerException.NotFound());
        }
    }

    /// <summary>Removes a secret at once, marked or not.</summary>
    /// <returns>The secret; null: there was none.</returns>
    public StoredSecret? Remove(string id)
    {
        lock (_lock)
        {
            var secret = FindOrDefault(id);
            _secrets.RemoveAll(other => ReferenceEquals(other, secret));
            return secret;
        }
    }

    /// <summary>Reads all secrets that are not marked for deletion, by name.</summary>
    public IReadOnlyList<StoredSecret> List() => [.. ListEvenDeleted().Where(secret => secret.DeletionDate is null)];

    /// <summary>Reads all secrets, by name.</summary>
    public IReadOnlyList<StoredSecret> ListEvenDeleted()
    {
        lock (_lock)
        {
            return [.. _secrets.OrderBy(secret => secret.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>An ARN as a new secret of this name would have it.</summary>
    public static string NewArn(string name) => $"{ArnPrefix}{name}-{RandomNumberGenerator.GetString(SuffixCharacters, SuffixLength)}";

    private StoredSecret? FindOrDefault(string id) => _secrets.Find(secret => secret.Name == id || secret.Arn == id || secret.Arn[..^(SuffixLength + 1)] == id);
}
