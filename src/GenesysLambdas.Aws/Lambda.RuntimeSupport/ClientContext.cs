using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record ClientContext(IClientApplication? Client, IDictionary<string, string>? Custom, IDictionary<string, string>? Environment) : IClientContext
{
    /// <exception cref="JsonException">Not JSON.</exception>
    public static ClientContext Parse(string? json)
    {
        using var document = JsonDocument.Parse(string.IsNullOrWhiteSpace(json) ? "{}" : json);
        return new ClientContext(
            Values(document.RootElement, "client") is { } client ? new ClientApplication(client) : null,
            Values(document.RootElement, "custom"),
            Values(document.RootElement, "env"));
    }

    private static Dictionary<string, string>? Values(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object
            ? member.EnumerateObject().DistinctBy(value => value.Name).ToDictionary(value => value.Name, value => member.GetProperty(value.Name).ToString())
            : null;

    private sealed class ClientApplication(Dictionary<string, string> values) : IClientApplication
    {
        public string? AppPackageName => values.GetValueOrDefault("app_package_name");

        public string? AppTitle => values.GetValueOrDefault("app_title");

        public string? AppVersionCode => values.GetValueOrDefault("app_version_code");

        public string? AppVersionName => values.GetValueOrDefault("app_version_name");

        public string? InstallationId => values.GetValueOrDefault("installation_id");
    }
}

internal sealed record CognitoIdentity(string? IdentityId, string? IdentityPoolId) : ICognitoIdentity
{
    /// <exception cref="JsonException">Not JSON.</exception>
    public static CognitoIdentity Parse(string? json)
    {
        using var document = JsonDocument.Parse(string.IsNullOrWhiteSpace(json) ? "{}" : json);
        return new CognitoIdentity(Text(document.RootElement, "cognitoIdentityId"), Text(document.RootElement, "cognitoIdentityPoolId"));
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member.ToString() : null;
}
