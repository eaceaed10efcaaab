using System.Text;
using GenesysLambdas.Core.Secrets;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>The credentials of a request. A class, not a record, so that ToString does not reveal it.</summary>
internal sealed class Credentials
{
    public const string Authorization = "Authorization";

    public static readonly Credentials None = new();

    private Credentials()
    {
    }

    /// <summary>The header's name; empty if there is no header.</summary>
    public string Header { get; private init; } = "";

    public string Value { get; private init; } = "";

    /// <summary>An escaped query parameter; empty if there is none.</summary>
    public string Query { get; private init; } = "";

    /// <summary>Formats a secret as the external API expects it.</summary>
    public static Credentials Create(Secret secret, AuthScheme scheme, string secretSetting)
    {
        return scheme.Kind switch
        {
            AuthKind.Basic => secret is { Username: { } username, Password: { } password }
                ? Basic(username, password, "username", secretSetting)
                : throw SecretFailure.Unusable(secretSetting, "does not contain username and password"),
            AuthKind.Header => new() { Header = scheme.Name, Value = HeaderToken() },
            AuthKind.Query => new() { Query = $"{scheme.Name}={Uri.EscapeDataString(Token())}" },
            _ => new() { Header = Authorization, Value = "Bearer " + HeaderToken() },
        };

        // RFC 9110, section 5.5: servers disagree on other characters, and .NET does not send them.
        string HeaderToken() => Token() is var token && !token.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? token
            : throw SecretFailure.Unusable(secretSetting, "contains a token with a character that HTTP headers cannot contain");

        string Token() => secret.Token ?? throw SecretFailure.Unusable(secretSetting, "does not contain a token");
    }

    /// <summary>An OAuth2 client's credentials for its token endpoint (RFC 6749, section 2.3.1).</summary>
    public static Credentials OfClient(Secret client, string secretSetting) => client is { ClientId: { } id, ClientSecret: { } password }
        ? Basic(id, password, "client_id", secretSetting)
        : throw SecretFailure.Unusable(secretSetting, "does not contain client_id and client_secret");

    // RFC 7617, section 2: the server would take a colon for the end of the user name.
    private static Credentials Basic(string username, string password, string member, string secretSetting) => username.Contains(':', StringComparison.Ordinal)
        ? throw SecretFailure.Unusable(secretSetting, $"contains a {member} with a colon, which HTTP Basic cannot send: use one without")
        : new() { Header = Authorization, Value = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}")) };
}
