using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>The settings of one external API.</summary>
/// <param name="BaseUrl">Scheme, host and path, without a slash at its end.</param>
/// <param name="SecretId">Name or ARN of the secret; empty: no authentication.</param>
/// <param name="KeepFound">How long found answers are kept; zero: they are not.</param>
internal sealed record ApiSettings(
    string BaseUrl, string SecretSetting, string SecretId, AuthScheme Auth, TimeSpan AttemptTimeout, int MaxAttempts, TimeSpan KeepFound)
{
    public static ApiSettings Read(SettingsReader settings, ApiContract api, int maxAttempts = LookupContract.DefaultMaxAttempts)
    {
        var (declared, secretId) = (api.Settings, api.Settings.SecretId);
        return new(
            ApiUrl.Read(settings, declared.BaseUrl.Name, api.BaseUrl).TrimEnd('/'),
            secretId.Name,
            settings.Text(secretId),
            AuthScheme.Read(settings, declared.Auth.Name, api.Auth),
            TimeSpan.FromMilliseconds(settings.Integer(declared.Timeout)),
            settings.Integer(declared.MaxAttempts with { Fallback = maxAttempts }),
            TimeSpan.FromSeconds(settings.Integer(declared.CacheSeconds)));
    }
}
