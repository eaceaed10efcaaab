using GenesysLambdas.ExternalApis;
using GenesysLambdas.Settings;

namespace GenesysLambdas;

/// <summary>Genesys Cloud's own API, as its lookups call it (developer.genesys.cloud/platform/api).</summary>
internal static class GenesysCloud
{
    public const string Api = "GENESYS_API";
    public const string BaseUrl = "https://api.{GENESYS_REGION_DOMAIN}";
    public const string Auth = "oauth2";
    public const string TokenUrl = "https://login.{GENESYS_REGION_DOMAIN}/oauth/token";
    public const string TokenUrlSetting = "GENESYS_TOKEN_URL";

    /// <summary>The path of something that belongs to a data action.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="setting">The setting that gives the path.</param>
    /// <param name="fallback">The path where it is not set, with <c>{dataActionId}</c> in it.</param>
    /// <param name="dataActionId">The data action's id.</param>
    public static ApiPath DataActionPath(SettingsReader settings, string setting, string fallback, string dataActionId) =>
        ApiPathSetting.Read(settings, setting, fallback, "dataActionId", dataActionId);
}
