namespace GenesysLambdas.Publishing.Platform;

/// <summary>The OAuth client that the commands sign in with; its variables are those of Genesys Cloud's Terraform provider.</summary>
public sealed class OAuthClient(string id, string secret)
{
    public const string IdVariable = "GENESYSCLOUD_OAUTHCLIENT_ID";

    public const string SecretVariable = "GENESYSCLOUD_OAUTHCLIENT_SECRET";

    public string Id => id;

    public string Secret => secret;

    public static OAuthClient Read(Func<string, string?> environment)
    {
        var missing = new[] { IdVariable, SecretVariable }.Where(variable => string.IsNullOrWhiteSpace(environment(variable))).ToList();
        return missing.Count == 0
            ? new(environment(IdVariable)!.Trim(), environment(SecretVariable)!.Trim())
            : throw new ToolException(
                $"Set {string.Join(" and ", missing)}: the commands sign in with an OAuth client of the organization (Admin > Integrations > OAuth, grant type Client Credentials).");
    }
}
