using System.Text;
using GenesysLambdas.Answers;
using GenesysLambdas.Secrets;

namespace GenesysLambdas.ExternalApis;

/// <summary>What is put into a request to authenticate it. It is a class without a text form, so that nothing prints it.</summary>
internal sealed class Credentials
{
    private const string Authorization = "Authorization";

    public static readonly Credentials None = new();

    private Credentials()
    {
    }

    /// <summary>Name of the header; empty: none.</summary>
    public string Header { get; private init; } = "";

    /// <summary>Value of the header.</summary>
    public string Value { get; private init; } = "";

    /// <summary>An escaped query parameter; empty: none.</summary>
    public string Query { get; private init; } = "";

    /// <summary>The secret these were made of; null where they were made of none, or of a token.</summary>
    public Secret? Secret { get; private init; }

    /// <summary>Shows a secret in the way that the external API wants it.</summary>
    /// <exception cref="LookupException">The secret does not hold what that takes.</exception>
    public static Credentials Of(Secret secret, AuthScheme scheme, string secretSetting)
    {
        return scheme.Kind switch
        {
            AuthKind.Basic => Basic(),
            AuthKind.Header => new() { Header = scheme.Name, Value = HeaderToken(), Secret = secret },
            AuthKind.Query => new() { Query = $"{scheme.Name}={Uri.EscapeDataString(Token())}", Secret = secret },
            _ => new() { Header = Authorization, Value = "Bearer " + HeaderToken(), Secret = secret },
        };

        // RFC 9110, section 5.5: what is not visible ASCII reads differently from one server to the next, and .NET does not send it.
        string HeaderToken() => Token() is var token && !token.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? token
            : throw Wrong(secretSetting, "holds a token with a character that no HTTP header takes");

        string Token() => secret.Token ?? throw Lacks("a token");

        Credentials Basic() => secret is { Username: { } username, Password: { } password }
            ? new() { Header = Authorization, Value = BasicValue(username, password), Secret = secret }
            : throw Lacks("username and password");

        LookupException Lacks(string what) => LacksMembers(secretSetting, what);
    }

    /// <summary>Shows a token that a token endpoint gave.</summary>
    public static Credentials Of(AccessToken token) => new() { Header = Authorization, Value = "Bearer " + token.Value };

    /// <summary>The value of an Authorization header with HTTP Basic (RFC 7617).</summary>
    public static string BasicValue(string username, string password) =>
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));

    public static LookupException LacksMembers(string secretSetting, string what) => Wrong(secretSetting, $"does not hold {what}");

    private static LookupException Wrong(string secretSetting, string what) =>
        new(new Failure(ErrorCode.ConfigurationError, $"The secret named by {secretSetting} {what}") { Detail = FailureDetail.SecretUnusable, Subject = secretSetting });
}
