using System.Text;
using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.StandIns;

/// <summary>
/// The tokens that a stand-in accepts: the current one in its secret, a pending one, so that a rotation can test it, and those that it issued.
/// </summary>
public sealed class StandInToken
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    private static readonly string[] TokenMembers = ["token", "apiKey", "api_key"];

    private readonly SecretStore _secrets;
    private readonly string _secretName;

    internal StandInToken(SecretStore secrets, string secretName) => (_secrets, _secretName) = (secrets, secretName);

    public IssuedTokens Issued { get; } = new(TimeProvider.System, TimeSpan.FromMinutes(2));

    /// <summary>Whether a request has a valid bearer token.</summary>
    public bool IsBearerOf(HttpRequest request) => IsRight(BearerOf(request)) || Issued.Holds(request);

    internal static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..]
            : null;

    /// <summary>Whether a request has the client id and secret in HTTP Basic.</summary>
    public bool IsClientOf(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        return Values.Select(Object).OfType<JsonObject>().Any(client =>
            header == Basic + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client["client_id"]}:{client["client_secret"]}")));
    }

    /// <summary>Whether it is the current or a pending token.</summary>
    public bool IsRight(string? token) => !string.IsNullOrEmpty(token) && Values.Any(value => token == TokenIn(value));

    /// <summary>The token in the secret; empty if there is none.</summary>
    internal string Token => Values is [var current, ..] ? TokenIn(current) : "";

    /// <summary>The secret's current value, then pending ones that are newer. Older ones were replaced before they became current.</summary>
    private IReadOnlyList<string> Values
    {
        get
        {
            try
            {
                return _secrets.Use(_secretName, secret =>
                {
                    var current = secret.Get();
                    var newer = secret.Versions.SkipWhile(version => version != current).Skip(1);
                    var pending = newer.Where(version => version.Stages.Contains(SecretVersion.Pending));
                    return (IReadOnlyList<string>)[.. pending.Prepend(current).Select(version => version.Value.Text ?? "")];
                });
            }
            catch (SecretsManagerException)
            {
                // A deleted secret has no valid token.
                return [];
            }
        }
    }

    /// <summary>A secret is a bare token or a JSON object with a token.</summary>
    private static string TokenIn(string value)
    {
        var json = Object(value);
        return TokenMembers.Select(member => json?[member]?.ToString()).FirstOrDefault(token => token is not null) ?? Unquoted(value).Trim();
    }

    private static JsonObject? Object(string value) => UntrustedJson.Node(Unquoted(value)) as JsonObject;

    // Like the functions, which read a JSON string as that string.
    private static string Unquoted(string value) => UntrustedJson.Node(value) is JsonValue json && json.TryGetValue(out string? text) ? text : value;
}
