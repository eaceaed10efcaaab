using System.Text.Json;

namespace GenesysLambdas.Secrets;

/// <summary>A secret's value: the bare token, or a JSON object. It is a class without a text form, so that nothing prints it.</summary>
internal sealed class Secret
{
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

    /// <summary>Reads a secret's value.</summary>
    /// <returns>Null where it is neither of the forms, or holds what no header can carry.</returns>
    public static Secret? Parse(string? value)
    {
        var text = value?.Trim() ?? "";
        if (text.StartsWith('{'))
        {
            return ParseObject(text);
        }

        return IsUsable(text) ? new Secret { Token = text } : null;
    }

    private static Secret? ParseObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var secret = new Secret
            {
                Token = Member(root, "token") ?? Member(root, "apiKey") ?? Member(root, "api_key"),
                Username = Member(root, "username"),
                Password = Member(root, "password"),
                ClientId = Member(root, "client_id"),
                ClientSecret = Member(root, "client_secret"),
                Scope = Member(root, "scope"),
            };
            return secret.HoldsCredentials ? secret : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private bool HoldsCredentials => Token is not null || (Username is not null && Password is not null) || (ClientId is not null && ClientSecret is not null);

    private static string? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString()!.Trim() is var text && IsUsable(text)
            ? text
            : null;

    private static bool IsUsable(string text) => text.Length > 0 && !text.Any(char.IsControl);
}
