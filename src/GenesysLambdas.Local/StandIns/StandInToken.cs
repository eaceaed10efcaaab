using System.Text;
using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.StandIns;

/// <summary>
/// The tokens that a stand-in accepts: the one in its secret, so that a new value acts as a rotated token; a pending one, so that
/// a rotation can test it; and those that it issued.
/// </summary>
public sealed class StandInToken
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    private static readonly string[] TokenMembers = ["token", "apiKey", "api_key"];

    private readonly SecretStore _secrets;
    private readonly string _secretName;

    internal StandInToken(SecretStore secrets, string secretName) => (_secrets, _secretName) = (secrets, secretName);

    /// <summary>The tokens of the API's token endpoint, if it has one.</summary>
    public IssuedTokens Issued { get; } = new(TimeProvider.System, TimeSpan.FromMinutes(2));

    /// <summary>Whether a request carries a valid token as a bearer token.</summary>
    public bool IsBearerOf(HttpRequest request) => IsRight(BearerOf(request)) || Issued.Holds(request);

    internal static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..]
            : null;

    /// <summary>Whether a request carries the client id and the client secret that are in the secret, by HTTP Basic.</summary>
    public bool IsClientOf(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        return Values.Select(Object).OfType<JsonObject>().Any(client =>
            header == Basic + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client["client_id"]}:{client["client_secret"]}")));
    }

    /// <summary>Whether a token is the current one or a pending one.</summary>
    public bool IsRight(string? token) => !string.IsNullOrEmpty(token) && Values.Any(value => token == TokenIn(value));

    /// <summary>The token in the secret; empty: there is none.</summary>
    internal string Token => Values is [var current, ..] ? TokenIn(current) : "";

    /// <summary>The secret's current value, then a pending one if it is newer. An older one was replaced before it became current.</summary>
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
                // Deleted: now no token is valid.
                return [];
            }
        }
    }

    /// <summary>A secret's value is the bare token, or a JSON object with the token in it.</summary>
    private static string TokenIn(string value)
    {
        var json = Object(value);
        return TokenMembers.Select(member => json?[member]?.ToString()).FirstOrDefault(token => token is not null) ?? Unquoted(value).Trim();
    }

    private static JsonObject? Object(string value) => Json(Unquoted(value)) as JsonObject;

    // As a function does, which reads a secret that is a JSON string as that string.
    private static string Unquoted(string value) => Json(value) is JsonValue json && json.TryGetValue(out string? text) ? text : value;

    private static JsonNode? Json(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
