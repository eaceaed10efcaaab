using System.Text;
using GenesysLambdas.Core.Secrets;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>What authenticates a request. A class without a text form, so that nothing prints it.</summary>
internal sealed class Credentials
{
    public const string Authorization = "Authorization";

    public static readonly Credentials None = new();

    private Credentials()
    {
    }

    /// <summary>The header's name; empty: no header.</summary>
    public string Header { get; private init; } = "";

    public string Value { get; private init; } = "";

    /// <summary>An escaped query parameter; empty: none.</summary>
    public string Query { get; private init; } = "";

    /// <summary>Puts a secret in the form that the external API wants.</summary>
    public static Credentials Create(Secret secret, AuthScheme scheme, string secretSetting)
    {
        return scheme.Kind switch
        {
            AuthKind.Basic => secret is { Username: { } username, Password: { } password }
                ? Basic(username, password, "username", secretSetting)
                : throw SecretFailure.Unusable(secretSetting, "does not hold username and password"),
            AuthKind.Header => new() { Header = scheme.Name, Value = HeaderToken() },
            AuthKind.Query => new() { Query = $"{scheme.Name}={Uri.EscapeDataString(Token())}" },
            _ => new() { Header = Authorization, Value = "Bearer " + HeaderToken() },
        };

        // RFC 9110, section 5.5: what is not visible ASCII reads differently from one server to the next, and .NET does not send it.
        string HeaderToken() => Token() is var token && !token.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? token
            : throw SecretFailure.Unusable(secretSetting, "holds a token with a character that no HTTP header takes");

        string Token() => secret.Token ?? throw SecretFailure.Unusable(secretSetting, "does not hold a token");
    }

    /// <summary>What authenticates an OAuth2 client at its token endpoint (RFC 6749, section 2.3.1).</summary>
    public static Credentials OfClient(Secret client, string secretSetting) => client is { ClientId: { } id, ClientSecret: { } password }
        ? Basic(id, password, "client_id", secretSetting)
        : throw SecretFailure.Unusable(secretSetting, "does not hold client_id and client_secret");

    // RFC 7617. By section 2, the server would read a colon in the user name as its end.
    private static Credentials Basic(string username, string password, string member, string secretSetting) => username.Contains(':', StringComparison.Ordinal)
        ? throw SecretFailure.Unusable(secretSetting, $"contains a {member} with a colon, which HTTP Basic cannot send: use one without")
        : new() { Header = Authorization, Value = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}")) };
}
