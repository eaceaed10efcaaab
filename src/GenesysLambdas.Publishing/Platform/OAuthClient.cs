using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>The OAuth client that the commands sign in with; its variables are those of Genesys Cloud's Terraform provider.</summary>
public sealed class OAuthClient
{
    public const string IdVariable = "GENESYSCLOUD_OAUTHCLIENT_ID";

    public const string SecretVariable = "GENESYSCLOUD_OAUTHCLIENT_SECRET";

    private readonly PlatformRegion _region;
    private readonly AuthenticationHeaderValue _credentials;

    /// <exception cref="ToolException">A variable is not set.</exception>
    public OAuthClient(PlatformRegion region, Func<string, string?> environment)
    {
        var missing = new[] { IdVariable, SecretVariable }.Where(variable => string.IsNullOrWhiteSpace(environment(variable))).ToList();
        if (missing.Count > 0)
        {
            throw new ToolException(
                $"Set {string.Join(" and ", missing)}: the commands sign in with an OAuth client of the organization "
                + "(Admin > Integrations > OAuth, grant type Client Credentials).");
        }

        var basic = Encoding.UTF8.GetBytes($"{environment(IdVariable)!.Trim()}:{environment(SecretVariable)!.Trim()}");
        (_region, _credentials) = (region, new("Basic", Convert.ToBase64String(basic)));
    }

    /// <summary>The request for a token: OAuth2 client credentials (RFC 6749, section 4.4).</summary>
    internal HttpRequestMessage TokenRequest() => new(HttpMethod.Post, _region.Token)
    {
        Headers = { Authorization = _credentials },
        Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
    };

    /// <exception cref="ToolException">The reply contains no token.</exception>
    internal string ReadToken(PlatformReply reply) => reply switch
    {
        { IsSuccess: true } when reply.Json().Text("access_token") is { Length: > 0 } token => token,
        { Status: HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized } => throw new ToolException(
            $"Genesys Cloud in {_region.Domain} rejected the OAuth client. Check {IdVariable}, {SecretVariable}, "
            + $"that its grant type is Client Credentials, and that the organization's region is {_region.Domain} "
            + $"({PlatformRegion.NameVariable} or {PlatformRegion.DomainVariable})."),
        _ => throw new ToolException($"Genesys Cloud in {_region.Domain} returned no token (status {(int)reply.Status}). Try again."),
    };
}
