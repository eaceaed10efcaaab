namespace GenesysLambdas.Local.SecretsManager.Api;

internal static class SecretJson
{
    public static JsonObject Identity(StoredSecret secret) => new() { ["ARN"] = secret.Arn, ["Name"] = secret.Name };

    public static JsonObject Identity(StoredSecret secret, SecretVersion version)
    {
        var answer = Identity(secret);
        answer["VersionId"] = version.Id;
        answer["VersionStages"] = Strings(version.Stages);
        return answer;
    }

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

        return answer;
    }

    /// <summary>Versions without stages are deprecated and not shown.</summary>
    public static JsonObject Stages(StoredSecret secret) => new(
        secret.Versions.Where(version => version.Stages.Count > 0).Select(version => KeyValuePair.Create(version.Id, (JsonNode?)Strings(version.Stages))));

    public static JsonArray Strings(IEnumerable<string> strings) => [.. strings.Select(item => (JsonNode)item)];

    /// <summary>AWS's JSON 1.1 has times in seconds since 1970.</summary>
    public static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}
