namespace GenesysLambdas.Apis;

/// <summary>Genesys Cloud's own API (developer.genesys.cloud/platform/api).</summary>
[ExternalApi("GENESYS_API", BaseUrl = "https://api.{GENESYS_REGION_DOMAIN}", Auth = "oauth2",
    TokenUrl = "https://login.{GENESYS_REGION_DOMAIN}/oauth/token", TokenUrlSetting = "GENESYS_TOKEN_URL")]
public sealed class GenesysApi
{
    public static IReadOnlyList<Setting> OwnSettings { get; } =
        [new("GENESYS_REGION_DOMAIN", "Genesys Cloud's region, such as `mypurecloud.com` or `usw2.pure.cloud`")];
}
