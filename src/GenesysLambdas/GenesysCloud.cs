namespace GenesysLambdas;

/// <summary>Genesys Cloud's own API, as its lookups call it (developer.genesys.cloud/platform/api).</summary>
internal static class GenesysCloud
{
    public const string Api = "GENESYS_API";
    public const string BaseUrl = "https://api.{GENESYS_REGION_DOMAIN}";
    public const string Auth = "oauth2";
    public const string TokenUrl = "https://login.{GENESYS_REGION_DOMAIN}/oauth/token";
    public const string TokenUrlSetting = "GENESYS_TOKEN_URL";
}
