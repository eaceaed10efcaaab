using GenesysLambdas.Answers;
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

    /// <summary>Where a data action is run.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="dataActionId">The data action's id.</param>
    public static ApiPath ExecutePath(SettingsReader settings, string dataActionId) =>
        Path(settings, "GENESYS_EXECUTE_PATH", "/api/v2/integrations/actions/{dataActionId}/execute", dataActionId);

    /// <summary>Where a data action's invocations are listed: not in Genesys Cloud's public API, so that a setting must say.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="dataActionId">The data action's id.</param>
    /// <exception cref="LookupException">No setting says.</exception>
    public static ApiPath InvocationsPath(SettingsReader settings, string dataActionId)
    {
        const string setting = "GENESYS_INVOCATIONS_PATH";
        return settings.Text(setting).Length > 0
            ? Path(settings, setting, "/api/v2/processes/data-actions/{dataActionId}/invocations", dataActionId)
            : throw new LookupException(new Failure(
                ErrorCode.ConfigurationError,
                $"The setting {setting} is missing, and Genesys Cloud's public API has no path that could stand in for it")
            {
                Detail = FailureDetail.SettingMissing,
                Subject = setting,
            });
    }

    private static ApiPath Path(SettingsReader settings, string setting, string fallback, string dataActionId) =>
        ApiPathSetting.Read(settings, setting, fallback, "dataActionId", dataActionId);
}
