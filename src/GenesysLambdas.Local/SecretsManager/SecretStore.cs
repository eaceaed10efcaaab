using System.Security.Cryptography;

namespace GenesysLambdas.Local.SecretsManager;

/// <summary>
/// Secrets by name, like in Secrets Manager
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">What's in a secret</see>). A deleted secret can be
/// described and restored, but not read or changed.
/// </summary>
internal sealed class SecretStore
{
    private const string ArnPrefix = $"arn:aws:secretsmanager:{LocalAws.Region}:{LocalAws.Account}:secret:";
    private const string SuffixCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int SuffixLength = 6;

    private readonly Lock _lock = new();
    private readonly List<StoredSecret> _secrets = [];

    public StoredSecret Create(string name, SecretValue? value, string? description = null, string? versionId = null)
    {
        lock (_lock)
        {
            if (_secrets.Find(secret => secret.Name == name) is { } old)
            {
                throw old.DeletionDate is null
                    ? SecretsManagerException.Exists($"The operation failed because the secret {name} already exists.")
                    : SecretsManagerException.InvalidRequest("You can't create this secret because a secret with this name is already scheduled for deletion.");
            }

            var secret = new StoredSecret(NewArn(name), name, DateTimeOffset.UtcNow) { Description = description };
            if (value is not null)
            {
                secret.Put(value, versionId);
            }

            _secrets.Add(secret);
            return secret;
        }
    }

    /// <summary>Creates a secret, or restores it and gives it another value.</summary>
    public void Set(string name, SecretValue value, string? description = null)
    {
        lock (_lock)
        {
            if (FindOrDefault(name) is { } secret)
            {
                secret.DeletionDate = null;
                secret.Put(value);
            }
            else
            {
                Create(name, value, description);
            }
        }
    }

    public (StoredSecret Secret, SecretVersion Version) Put(string id, SecretValue value, string? versionId = null, IReadOnlyList<string>? stages = null) =>
        Use(id, secret => (secret, secret.Put(value, versionId, stages)));

    public (StoredSecret Secret, SecretVersion Version) Get(string id, string? versionId = null, string? stage = null) =>
        Use(id, secret => (secret, secret.Get(versionId, stage)));

    /// <summary>Uses a secret under the lock; a deleted one is an error.</summary>
    public T Use<T>(string id, Func<StoredSecret, T> use) =>
        UseEvenDeleted(id, secret => secret.DeletionDate is null ? use(secret) : throw SecretsManagerException.Deleted());

    /// <summary>Uses a secret under the lock, even a deleted one.</summary>
    public T UseEvenDeleted<T>(string id, Func<StoredSecret, T> use)
    {
        lock (_lock)
        {
            return use(FindOrDefault(id) ?? throw SecretsManagerException.NotFound());
        }
    }

    public StoredSecret? Remove(string id)
    {
        lock (_lock)
        {
            var secret = FindOrDefault(id);
            _secrets.RemoveAll(other => ReferenceEquals(other, secret));
            return secret;
        }
    }

    public IReadOnlyList<StoredSecret> List() => [.. ListEvenDeleted().Where(secret => secret.DeletionDate is null)];

    public IReadOnlyList<StoredSecret> ListEvenDeleted()
    {
        lock (_lock)
        {
            return [.. _secrets.OrderBy(secret => secret.Name, StringComparer.Ordinal)];
        }
    }

    public static string NewArn(string name) => $"{ArnPrefix}{name}-{RandomNumberGenerator.GetString(SuffixCharacters, SuffixLength)}";

    private StoredSecret? FindOrDefault(string id) => _secrets.Find(secret => secret.Name == id || secret.Arn == id || secret.Arn[..^(SuffixLength + 1)] == id);
}
