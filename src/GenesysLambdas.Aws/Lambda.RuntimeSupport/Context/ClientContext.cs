using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record ClientContext(
    IClientApplication? Client = null,
    IDictionary<string, string>? Custom = null,
    IDictionary<string, string>? Environment = null) : IClientContext
{
    /// <exception cref="JsonException">Not JSON.</exception>
    public static ClientContext Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new ClientContext();
        }

        using var document = JsonDocument.Parse(json);
        return new ClientContext(
            Values(document.RootElement, "client") is { } client ? new ClientApplication(client) : null,
            Values(document.RootElement, "custom"),
            Values(document.RootElement, "env"));
    }

    private static Dictionary<string, string>? Values(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty(name, out var member)
            || member.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in member.EnumerateObject())
        {
            values[value.Name] = value.Value.ToString();
        }

        return values;
    }

    private sealed class ClientApplication(Dictionary<string, string> values) : IClientApplication
    {
        public string? AppPackageName => values.GetValueOrDefault("app_package_name");

        public string? AppTitle => values.GetValueOrDefault("app_title");

        public string? AppVersionCode => values.GetValueOrDefault("app_version_code");

        public string? AppVersionName => values.GetValueOrDefault("app_version_name");

        public string? InstallationId => values.GetValueOrDefault("installation_id");
    }
}
