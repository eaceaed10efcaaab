namespace GenesysLambdas.Publishing.Platform;

/// <summary>The permissions of Genesys Cloud that the commands need (platform-client-sdk-dotnet, docs/IntegrationsApi.md and AnalyticsApi.md).</summary>
internal static class Permissions
{
    public const string ViewIntegrations = "integrations:integration:view";
    public const string ViewActions = "integrations:action:view";
    public const string AddActions = "integrations:action:add";
    public const string EditActions = "integrations:action:edit";
    public const string ExecuteActions = "integrations:action:execute";
}
