using GenesysLambdas.Contracts;
using GenesysLambdas.Settings;

namespace GenesysLambdas.ExternalApis;

/// <summary>The settings of one external API.</summary>
/// <param name="BaseUrl">Scheme, host and path, without a slash at its end.</param>
/// <param name="SecretSetting">The setting that names the secret.</param>
/// <param name="SecretId">Name or ARN of the secret; empty: no authentication.</param>
/// <param name="Auth">How to authenticate.</param>
/// <param name="AttemptTimeout">How long one attempt may take.</param>
/// <param name="MaxAttempts">Attempts in all.</param>
/// <param name="KeepFound">How long found answers are kept; zero: they are not.</param>
internal sealed record ApiSettings(
    string BaseUrl, string SecretSetting, string SecretId, AuthScheme Auth, TimeSpan AttemptTimeout, int MaxAttempts, TimeSpan KeepFound)
{
    public static ApiSettings Read(SettingsReader settings, ApiContract api) => new(
        ApiUrl.Read(settings, $"{api.Name}_BASE_URL", api.BaseUrl).TrimEnd('/'),
        $"{api.Name}_SECRET_ID",
        settings.Text($"{api.Name}_SECRET_ID"),
        AuthScheme.Read(settings, $"{api.Name}_AUTH", api.Auth),
        TimeSpan.FromMilliseconds(settings.Integer($"{api.Name}_TIMEOUT_MS", fallback: 3000, minimum: 1, maximum: 60_000)),
        settings.Integer($"{api.Name}_MAX_ATTEMPTS", api.MaxAttempts, minimum: 1, ApiContract.MostAttempts),
        TimeSpan.FromSeconds(settings.Integer($"{api.Name}_CACHE_SECONDS", fallback: 0, minimum: 0, maximum: 86_400)));
}
