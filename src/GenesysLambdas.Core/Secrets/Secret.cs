using System.Text;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Core.Secrets;

/// <summary>A secret's value: the bare token, or a JSON object. A class, not a record, so that ToString does not reveal it.</summary>
internal sealed class Secret
{
    private const char ByteOrderMark = '\uFEFF';

    private Secret()
    {
    }

    /// <summary>The bare token, or <c>token</c>, <c>apiKey</c> or <c>api_key</c>.</summary>
    public string? Token { get; private init; }

    public string? Username { get; private init; }

    public string? Password { get; private init; }

    public string? ClientId { get; private init; }

    public string? ClientSecret { get; private init; }

    public string? Scope { get; private init; }

    public static Secret FromToken(string token) => new() { Token = token };

    /// <summary>Whether both have the same content.</summary>
    public bool IsSameAs(Secret? other) => other is not null && Content == other.Content;

    private (string?, string?, string?, string?, string?, string?) Content => (Token, Username, Password, ClientId, ClientSecret, Scope);

    /// <summary>Reads a secret's value. A bare number is a token, because some API keys are all digits.</summary>
    /// <param name="value">The value. A JSON string in quotation marks is unquoted.</param>
    /// <param name="unusable">Creates the exception for a problem, worded to follow "The secret".</param>
    public static Secret Parse(string? value, Func<string, Exception> unusable)
    {
        var text = value?.Trim() ?? "";
        return ParseText(text.StartsWith('"') ? Unquote(text, unusable) : text, unusable);
    }

    private static Secret ParseText(string text, Func<string, Exception> unusable) =>
        text.Length == 0 ? throw unusable("is empty or not a string")
        : text[0] == ByteOrderMark ? throw unusable("begins with a byte order mark: store it again from a file without one")
        : text[0] == '{' ? ParseObject(text, unusable)
        : text[0] == '[' ? throw unusable("looks like a JSON array: store the token or the JSON object itself, without brackets")
        : text[0] == '"' ? throw unusable("is in more than one pair of quotation marks: store the value without them")
        : text is "null" or "true" or "false" ? throw unusable($"is the JSON value {text}: store a token or a JSON object")
        : HasControlCharacters(text) ? throw unusable("contains a line break or another control character")
        : FromToken(text);

    // Only once, because a value in two pairs of quotation marks might be a real token.
    private static string Unquote(string json, Func<string, Exception> unusable)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetString()!.Trim();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw unusable("begins with a quotation mark but is not a JSON string: store the value without quotation marks");
        }
    }

    private static Secret ParseObject(string json, Func<string, Exception> unusable)
    {
        Secret secret;
        try
        {
            using var document = JsonDocument.Parse(json, JsonNesting.Document);
            var root = document.RootElement;
            secret = new Secret
            {
                Token = Trimmed(root, "token") ?? Trimmed(root, "apiKey") ?? Trimmed(root, "api_key"),
                Username = Trimmed(root, "username"),
                Password = Text(root, "password"),
                ClientId = Trimmed(root, "client_id"),
                ClientSecret = Text(root, "client_secret"),
                Scope = Trimmed(root, "scope"),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw unusable(JsonNesting.Check(Encoding.UTF8.GetBytes(json)) == JsonProblem.TooDeep
                ? $"is nested more than {JsonNesting.MaxLevels} levels deep"
                : "looks like a JSON object but is not valid JSON");
        }

        return secret.HoldsCredentials ? secret : throw unusable("is a JSON object without a token, a username and password, or a client_id and client_secret");
    }

    private bool HoldsCredentials => Token is not null || (Username is not null && Password is not null) || (ClientId is not null && ClientSecret is not null);

    // Spaces around a token are a mistake, but in a password they may be intended.
    private static string? Trimmed(JsonElement root, string name) => Text(root, name)?.Trim() is { Length: > 0 } text ? text : null;

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
        && member.GetString()!.Trim('\r', '\n') is { Length: > 0 } text && !HasControlCharacters(text)
            ? text
            : null;

    private static bool HasControlCharacters(string text) => text.Any(char.IsControl);
}
