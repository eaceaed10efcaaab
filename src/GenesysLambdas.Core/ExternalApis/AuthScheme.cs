using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>How credentials are sent to an external API.</summary>
internal enum AuthKind
{
    Bearer,
    Header,
    Query,
    Basic,
    OAuth2,
}

/// <param name="Name">The header or query parameter that carries them, if the kind has one.</param>
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
