using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>The settings of one external API.</summary>
/// <param name="BaseUrl">Scheme, host and path, without a trailing slash.</param>
/// <param name="SecretId">Name or ARN of the secret; empty for no authentication.</param>
/// <param name="KeepFound">How long answers that found something are cached; zero if they are not.</param>
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

/// <summary>How credentials are sent to an external API.</summary>
internal enum AuthKind
{
    Bearer,
    Header,
    Query,
    Basic,
    OAuth2,
}

/// <param name="Name">The header or query parameter that carries them, if this kind uses one.</param>
internal sealed record AuthScheme(AuthKind Kind, string Name = "")
{
    public static AuthScheme Read(SettingsReader settings, string setting, string fallback)
    {
        var text = settings.Text(setting, fallback);
        if (TokenPlace.Requirement(text) is { } requirement)
        {
            throw SettingsReader.Malformed(setting, requirement);
        }

        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        return parts[0].ToLowerInvariant() switch
        {
            "bearer" => new(AuthKind.Bearer),
            "basic" => new(AuthKind.Basic),
            "oauth2" => new(AuthKind.OAuth2),
            "header" => new(AuthKind.Header, parts[1]),
            _ => new(AuthKind.Query, parts[1]),
        };
    }
}
