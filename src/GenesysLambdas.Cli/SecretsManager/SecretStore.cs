using System.Security.Cryptography;
using GenesysLambdas.Cli.Emulator;

namespace GenesysLambdas.Cli.SecretsManager;

/// <summary>
/// Secrets with their versions, as Secrets Manager keeps them
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">What's in a secret</see>).
/// </summary>
internal sealed class SecretStore
{
    private const string ArnPrefix = $"arn:aws:secretsmanager:{FunctionName.Region}:{FunctionName.Account}:secret:";
    private const string SuffixCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int SuffixLength = 6;

    private readonly Lock _lock = new();
    private readonly List<Secret> _secrets = [];

    /// <summary>Adds a secret.</summary>
    /// <param name="name">Its name, new.</param>
    /// <param name="value">Its first value; null: it has none yet.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="versionId">The value's id; null: a new one.</param>
    /// <exception cref="SecretsManagerException">There is one of this name.</exception>
    public Secret Create(string name, SecretValue? value, string? description = null, string? versionId = null)
    {
        lock (_lock)
        {
            if (_secrets.Exists(secret => secret.Name == name))
            {
                throw SecretsManagerException.Exists($"The operation failed because the secret {name} already exists.");
            }

            var suffix = RandomNumberGenerator.GetString(SuffixCharacters, SuffixLength);
            var secret = new Secret($"{ArnPrefix}{name}-{suffix}", name, description, DateTimeOffset.UtcNow);
            _secrets.Add(secret);
            if (value is not null)
            {
                Put(name, value, versionId);
            }

            return secret;
        }
    }

    /// <summary>Gives a secret a new value.</summary>
    /// <param name="id">The secret's name or ARN.</param>
    /// <param name="value">The value.</param>
    /// <param name="versionId">The value's id; null: a new one. The same id with the same value again changes nothing.</param>
    /// <param name="stages">The stages that move to it; null: <c>AWSCURRENT</c>.</param>
    /// <exception cref="SecretsManagerException">No such secret, or another value has this id.</exception>
    public (Secret Secret, SecretVersion Version) Put(string id, SecretValue value, string? versionId = null, IReadOnlyList<string>? stages = null)
    {
        lock (_lock)
        {
            var secret = Find(id);
            versionId ??= Guid.NewGuid().ToString();
            if (secret.Versions.FirstOrDefault(version => version.Id == versionId) is { } same)
            {
                return same.Value == value
                    ? (secret, same)
                    : throw SecretsManagerException.Exists("A version of this secret already has this ClientRequestToken and another value.");
            }

            var version = new SecretVersion(versionId, value, DateTimeOffset.UtcNow);
            var isFirst = secret.Versions.Count == 0;
            secret.Versions = [.. secret.Versions, version];
            foreach (var stage in isFirst ? (stages ?? []).Append(SecretVersion.Current).Distinct() : stages ?? [SecretVersion.Current])
            {
                Move(secret, stage, version);
            }

            return (secret, version);
        }
    }

    /// <summary>A secret's value.</summary>
    /// <param name="id">The secret's name or ARN.</param>
    /// <param name="versionId">Which version; null: that of the stage.</param>
    /// <param name="stage">The version at which stage; null: that of the id, or <c>AWSCURRENT</c>.</param>
    /// <exception cref="SecretsManagerException">No such secret or version.</exception>
    public (Secret Secret, SecretVersion Version) Get(string id, string? versionId = null, string? stage = null)
    {
        lock (_lock)
        {
            var secret = Find(id);
            stage ??= versionId is null ? SecretVersion.Current : null;
            var version = secret.Versions.FirstOrDefault(version =>
                (versionId is null || version.Id == versionId) && (stage is null || version.Stages.Contains(stage)));
            return version is null
                ? throw SecretsManagerException.NotFound(stage is null ? $"secret value for VersionId: {versionId}" : $"secret value for staging label: {stage}")
                : (secret, version);
        }
    }

    /// <summary>A secret, by its name, its ARN, or its ARN without the six random characters.</summary>
    /// <exception cref="SecretsManagerException">There is none.</exception>
    public Secret Find(string id)
    {
        lock (_lock)
        {
            return _secrets.Find(secret => secret.Name == id || secret.Arn == id || secret.Arn[..^(SuffixLength + 1)] == id)
                ?? throw SecretsManagerException.NotFound();
        }
    }

    /// <summary>Reads all secrets, by name.</summary>
    public IReadOnlyList<Secret> List()
    {
        lock (_lock)
        {
            return [.. _secrets.OrderBy(secret => secret.Name, StringComparer.Ordinal)];
        }
    }

    private static void Move(Secret secret, string stage, SecretVersion target)
    {
        var holder = secret.Versions.FirstOrDefault(version => version.Stages.Contains(stage));
        holder?.Stages = [.. holder.Stages.Where(held => held != stage)];
        target.Stages = [.. target.Stages, stage];
        if (stage == SecretVersion.Current && holder is not null && holder != target)
        {
            Move(secret, SecretVersion.Previous, holder);
        }
    }
}
