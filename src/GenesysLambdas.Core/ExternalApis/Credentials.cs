using System.Text;
using GenesysLambdas.Answers;
using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>What authenticates a request. A class without a text form, so that nothing prints it.</summary>
internal sealed class Credentials
{
    private const string Authorization = "Authorization";

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
    /// <exception cref="LookupException">The secret does not hold what that takes.</exception>
    public static Credentials Create(Secret secret, AuthScheme scheme, string secretSetting)
    {
        return scheme.Kind switch
        {
            AuthKind.Basic => Basic(),
            AuthKind.Header => new() { Header = scheme.Name, Value = HeaderToken() },
            AuthKind.Query => new() { Query = $"{scheme.Name}={Uri.EscapeDataString(Token())}" },
            _ => new() { Header = Authorization, Value = "Bearer " + HeaderToken() },
        };

        // RFC 9110, section 5.5: what is not visible ASCII reads differently from one server to the next, and .NET does not send it.
        string HeaderToken() => Token() is var token && !token.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? token
            : throw Wrong(secretSetting, "holds a token with a character that no HTTP header takes");

        string Token() => secret.Token ?? throw Lacks("a token");

        Credentials Basic() => secret is { Username: { } username, Password: { } password }
            ? new() { Header = Authorization, Value = BasicValue(username, password, "username", secretSetting) }
            : throw Lacks("username and password");

        LookupException Lacks(string what) => LacksMembers(secretSetting, what);
    }

    /// <summary>The value of an Authorization header for HTTP Basic (RFC 7617).</summary>
    /// <param name="username">The user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="member">The secret's member that holds the user name, for the message.</param>
    /// <param name="secretSetting">The setting that names the secret.</param>
    /// <exception cref="LookupException">The user name contains a colon, which the server would read as the end of the user name (section 2).</exception>
    public static string BasicValue(string username, string password, string member, string secretSetting) => username.Contains(':', StringComparison.Ordinal)
        ? throw Wrong(secretSetting, $"contains a {member} with a colon, which HTTP Basic cannot send: use one without")
        : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));

    public static LookupException LacksMembers(string secretSetting, string what) => Wrong(secretSetting, $"does not hold {what}");

    private static LookupException Wrong(string secretSetting, string what) =>
        new(new Failure(ErrorCode.ConfigurationError, $"The secret named by {secretSetting} {what}") { Reason = FailureReason.SecretUnusable, Subject = secretSetting });
}
