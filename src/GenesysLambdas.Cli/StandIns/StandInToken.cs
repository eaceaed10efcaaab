using System.Text.Json;
using System.Text.Json.Nodes;
using GenesysLambdas.Cli.SecretsManager;
using Microsoft.AspNetCore.Http;

namespace GenesysLambdas.Cli.StandIns;

/// <summary>The token that a stand-in wants: the one in its secret now, so that a new value of the secret is a rotated token.</summary>
internal sealed class StandInToken(SecretStore secrets, string secretName)
{
    private const string Bearer = "Bearer ";

    private static readonly string[] Members = ["token", "apiKey", "api_key"];

    /// <summary>Whether a request has <c>Authorization: Bearer</c> with the token.</summary>
    public bool IsBearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && IsRight(header[Bearer.Length..]);

    /// <summary>Whether this is the token.</summary>
    public bool IsRight(string? token) => !string.IsNullOrEmpty(token) && token == TokenIn(secrets.Get(secretName).Version.Value.Text ?? "");

    /// <summary>A secret's value is the bare token or a JSON object that has it.</summary>
    private static string TokenIn(string value)
    {
        try
        {
            var json = JsonNode.Parse(value) as JsonObject;
            return Members.Select(member => json?[member]?.ToString()).FirstOrDefault(token => token is not null) ?? value.Trim();
        }
        catch (JsonException)
        {
            return value.Trim();
        }
    }
}
