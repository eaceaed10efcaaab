using System.Net.Http.Json;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>A request to the platform API.</summary>
/// <param name="What">What it does, for messages: "read the integrations".</param>
/// <param name="Permission">The permission that the OAuth client needs.</param>
public sealed record PlatformRequest(HttpMethod Method, string Path, string What, string Permission, JsonNode? Body = null)
{
    /// <summary>Whether it may be retried even if it may have been performed.</summary>
    public bool IsSafe { get; init; } = Method == HttpMethod.Get;

    public static PlatformRequest Get(string path, string what, string permission) => new(HttpMethod.Get, path, what, permission);

    public static PlatformRequest Post(string path, JsonNode? body, string what, string permission) => new(HttpMethod.Post, path, what, permission, body);

    internal HttpRequestMessage ToMessage(Uri api, string token) => new(Method, new Uri(api, Path))
    {
        Headers = { { "Authorization", $"Bearer {token}" }, { "Accept", "application/json, text/plain;q=0.9" } },
        Content = Body is null ? null : JsonContent.Create(Body),
    };
}

/// <summary>The permissions of Genesys Cloud that the commands need (platform-client-sdk-dotnet, docs/IntegrationsApi.md and AnalyticsApi.md).</summary>
internal static class Permissions
{
    public const string ViewIntegrations = "integrations:integration:view";
    public const string ViewActions = "integrations:action:view";
    public const string AddActions = "integrations:action:add";
    public const string EditActions = "integrations:action:edit";
    public const string ExecuteActions = "integrations:action:execute";
}
