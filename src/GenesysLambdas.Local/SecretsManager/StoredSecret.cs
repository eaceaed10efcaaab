namespace GenesysLambdas.Local.SecretsManager;

/// <summary>The lists are replaced, never changed, under the store's lock.</summary>
internal sealed record StoredSecret(string Arn, string Name, DateTimeOffset CreatedDate)
{
    public string? Description { get; set; }

    public DateTimeOffset LastChangedDate { get; set; } = CreatedDate;

    /// <summary>Null if the secret is not deleted.</summary>
    public DateTimeOffset? DeletionDate { get; set; }

    /// <summary>Newest last.</summary>
    public IReadOnlyList<SecretVersion> Versions { get; private set; } = [];

    /// <summary>Adds a version. An existing id with the same value changes nothing.</summary>
    /// <param name="versionId">Null for a new id.</param>
    /// <param name="stages">The stages to move to it; null for <c>AWSCURRENT</c>.</param>
    public SecretVersion Put(SecretValue value, string? versionId = null, IReadOnlyList<string>? stages = null)
    {
        versionId ??= Guid.NewGuid().ToString();
        if (Versions.FirstOrDefault(version => version.Id == versionId) is { } same)
        {
            return same.Value == value
                ? same
                : throw SecretsManagerException.Exists("A version of this secret already has this ClientRequestToken and another value.");
        }

        var version = new SecretVersion(versionId, value, DateTimeOffset.UtcNow);
        var isFirst = Versions.Count == 0;
        Versions = [.. Versions, version];
        LastChangedDate = version.CreatedDate;
        foreach (var stage in isFirst ? (stages ?? []).Append(SecretVersion.Current).Distinct() : stages ?? [SecretVersion.Current])
        {
            Move(stage, version);
        }

        return version;
    }

    /// <param name="versionId">Null for the version in the stage.</param>
    /// <param name="stage">Null for any stage if there is an id, otherwise for <c>AWSCURRENT</c>.</param>
    public SecretVersion Get(string? versionId = null, string? stage = null)
    {
        stage ??= versionId is null ? SecretVersion.Current : null;
        return Versions.FirstOrDefault(version => (versionId is null || version.Id == versionId) && (stage is null || version.Stages.Contains(stage)))
            ?? throw SecretsManagerException.NotFound(stage is null ? $"secret value for VersionId: {versionId}" : $"secret value for staging label: {stage}");
    }

    /// <summary>
    /// Moves, removes or adds a stage
    /// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html">UpdateSecretVersionStage</see>).
    /// </summary>
    public void ChangeStage(string stage, string? from, string? to)
    {
        var (source, target) = (Named(from), Named(to));
        var holder = Versions.FirstOrDefault(version => version.Stages.Contains(stage));
        var refusal = (source, target) switch
        {
            (null, null) => SecretsManagerException.InvalidParameter("You must provide a value for the MoveToVersionId or the RemoveFromVersionId parameter."),
            ({ }, _) when source != holder => SecretsManagerException.InvalidParameter($"The staging label {stage} is not attached to version {from}."),
            (null, _) when holder is not null && holder != target => SecretsManagerException.InvalidParameter(
                $"The parameter RemoveFromVersionId can't be empty. Staging label {stage} is currently attached to version {holder.Id}, "
                + "so you must name that version in it."),
            (_, null) when stage == SecretVersion.Current => SecretsManagerException.InvalidParameter(
                $"The staging label {stage} can only be moved to another version, not removed."),
            (_, { Stages.Count: >= SecretVersion.MaxStages }) when target != holder =>
                new SecretsManagerException("LimitExceededException", $"A version can have at most {SecretVersion.MaxStages} staging labels."),
            _ => null,
        };
        if (refusal is not null)
        {
            throw refusal;
        }

        LastChangedDate = DateTimeOffset.UtcNow;
        if (target is null)
        {
            source!.Stages = [.. source.Stages.Where(held => held != stage)];
        }
        else if (target != holder)
        {
            Move(stage, target);
        }
    }

    private SecretVersion? Named(string? id) => id is null ? null
        : Versions.FirstOrDefault(version => version.Id == id) ?? throw SecretsManagerException.NotFound("secret version");

    private void Move(string stage, SecretVersion target)
    {
        var holder = Versions.FirstOrDefault(version => version.Stages.Contains(stage));
        holder?.Stages = [.. holder.Stages.Where(held => held != stage)];
        target.Stages = [.. target.Stages, stage];
        if (stage == SecretVersion.Current && holder is not null && holder != target)
        {
            Move(SecretVersion.Previous, holder);
        }
    }
}
