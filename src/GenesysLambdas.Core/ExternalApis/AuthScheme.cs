using GenesysLambdas.Settings;

namespace GenesysLambdas.ExternalApis;

/// <summary>How credentials are sent to an external API.</summary>
internal enum AuthKind
{
    Bearer,
    Header,
    Query,
    Basic,
    OAuth2,
}

/// <param name="Kind">How credentials are sent.</param>
/// <param name="Name">The header or query parameter that carries them, if the kind has one.</param>
internal sealed record AuthScheme(AuthKind Kind, string Name = "")
{
    private const string Valid = "bearer, header:<name>, query:<name>, basic or oauth2";

    public static AuthScheme Read(SettingsReader settings, string setting, string fallback)
    {
        var text = settings.Text(setting, fallback);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (kind, name) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..].Trim());
        return (kind.Trim().ToLowerInvariant(), IsToken(name)) switch
        {
            ("bearer", _) when colon < 0 => new(AuthKind.Bearer),
            ("basic", _) when colon < 0 => new(AuthKind.Basic),
            ("oauth2", _) when colon < 0 => new(AuthKind.OAuth2),
            ("header", true) => new(AuthKind.Header, name),
            ("query", true) => new(AuthKind.Query, name),
            _ => throw SettingsReader.Malformed(setting, Valid),
        };
    }

    // RFC 9110, section 5.6.2, less what would need escaping in a query.
    private static bool IsToken(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
