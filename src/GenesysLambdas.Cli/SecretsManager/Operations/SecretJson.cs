namespace GenesysLambdas.Cli.SecretsManager.Operations;

/// <summary>Secrets as answers have them.</summary>
internal static class SecretJson
{
    /// <summary>What every answer about one secret begins with.</summary>
    public static JsonObject Identity(StoredSecret secret) => new() { ["ARN"] = secret.Arn, ["Name"] = secret.Name };

    /// <summary>The secret and one of its versions.</summary>
    public static JsonObject Identity(StoredSecret secret, SecretVersion version)
    {
        var answer = Identity(secret);
        answer["VersionId"] = version.Id;
        answer["VersionStages"] = Texts(version.Stages);
        return answer;
    }

    /// <summary>All about a secret but its values.</summary>
    public static JsonObject Description(StoredSecret secret)
    {
        var answer = Identity(secret);
        if (secret.Description is not null)
        {
            answer["Description"] = secret.Description;
        }

        answer["CreatedDate"] = Seconds(secret.CreatedDate);
        answer["LastChangedDate"] = Seconds(secret.LastChangedDate);
        if (secret.DeletionDate is { } deletion)
        {
            answer["DeletedDate"] = Seconds(deletion);
        }

        if (secret.Tags.Count > 0)
        {
            answer["Tags"] = new JsonArray([.. secret.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
        }

        return answer;
    }

    /// <summary>The stages of each version; one without a stage is deprecated, and not shown.</summary>
    public static JsonObject Stages(StoredSecret secret) => new(
        secret.Versions.Where(version => version.Stages.Count > 0).Select(version => KeyValuePair.Create(version.Id, (JsonNode?)Texts(version.Stages))));

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    /// <summary>A time as JSON 1.1 has it: seconds since 1970.</summary>
    public static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}
