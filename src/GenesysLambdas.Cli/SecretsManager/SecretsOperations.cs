using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GenesysLambdas.Cli.SecretsManager;

/// <summary>The operations of Secrets Manager that the emulator has, from request to answer.</summary>
internal sealed partial class SecretsOperations(SecretStore store)
{
    private const int MaxPageSize = 100;

    public JsonObject GetSecretValue(SecretsRequest request)
    {
        var (secret, version) = store.Get(request.Required("SecretId"), request.Optional("VersionId"), request.Optional("VersionStage"));
        var answer = Identity(secret, version);
        answer["CreatedDate"] = Seconds(version.CreatedDate);
        answer[version.Value.Text is null ? "SecretBinary" : "SecretString"] = version.Value.Text ?? version.Value.Binary;
        return answer;
    }

    public JsonObject PutSecretValue(SecretsRequest request)
    {
        var value = request.Value() ?? throw SecretsManagerException.InvalidParameter("You must provide either SecretString or SecretBinary.");
        var (secret, version) = store.Put(request.Required("SecretId"), value, request.Optional("ClientRequestToken"), request.Texts("VersionStages"));
        return Identity(secret, version);
    }

    public JsonObject CreateSecret(SecretsRequest request)
    {
        var name = request.Required("Name");
        if (!ValidName().IsMatch(name))
        {
            throw SecretsManagerException.InvalidParameter("Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
        }

        var secret = store.Create(name, request.Value(), request.Optional("Description"), request.Optional("ClientRequestToken"));
        return Identity(secret, secret.Versions is [.., var newest] ? newest : null, withStages: false);
    }

    public JsonObject DescribeSecret(SecretsRequest request)
    {
        var secret = store.Find(request.Required("SecretId"));
        var answer = Description(secret);
        answer["VersionIdsToStages"] = Stages(secret);
        return answer;
    }

    public JsonObject ListSecrets(SecretsRequest request)
    {
        request.Refuse("Filters");
        var secrets = store.List();
        var start = request.Optional("NextToken") is not { } token ? 0
            : int.TryParse(token, out var position) && position >= 0 ? position
            : throw new SecretsManagerException("InvalidNextTokenException", "The NextToken value is invalid.");
        var size = Math.Clamp(request.Number("MaxResults") ?? MaxPageSize, 1, MaxPageSize);
        var list = new JsonArray();
        foreach (var secret in secrets.Skip(start).Take(size))
        {
            var entry = Description(secret);
            entry["SecretVersionsToStages"] = Stages(secret);
            list.Add(entry);
        }

        var answer = new JsonObject { ["SecretList"] = list };
        if (start + size < secrets.Count)
        {
            answer["NextToken"] = (start + size).ToString();
        }

        return answer;
    }

    private static JsonObject Identity(Secret secret, SecretVersion? version, bool withStages = true)
    {
        var answer = new JsonObject { ["ARN"] = secret.Arn, ["Name"] = secret.Name };
        if (version is not null)
        {
            answer["VersionId"] = version.Id;
            if (withStages)
            {
                answer["VersionStages"] = Texts(version.Stages);
            }
        }

        return answer;
    }

    private static JsonObject Description(Secret secret)
    {
        var answer = new JsonObject { ["ARN"] = secret.Arn, ["Name"] = secret.Name };
        if (secret.Description is not null)
        {
            answer["Description"] = secret.Description;
        }

        answer["CreatedDate"] = Seconds(secret.CreatedDate);
        answer["LastChangedDate"] = Seconds(secret.LastChangedDate);
        return answer;
    }

    private static JsonObject Stages(Secret secret)
    {
        // A version without a stage is deprecated, and not shown.
        var staged = secret.Versions.Where(version => version.Stages.Count > 0);
        return new JsonObject(staged.Select(version => KeyValuePair.Create(version.Id, (JsonNode?)Texts(version.Stages))));
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    [GeneratedRegex(@"^[A-Za-z0-9/_+=.@!-]{1,512}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValidName();
}
