using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// The operations on integrations and their credentials: build/docs/IntegrationsApi.md of MyPureCloud/platform-client-sdk-dotnet,
/// and its models <c>Integration</c>, <c>IntegrationConfiguration</c> and <c>Credential</c>. What an integration is configured with
/// is answered on its own, as MyPureCloud/terraform-provider-genesyscloud reads it (genesyscloud/integration).
/// </summary>
internal sealed class PlatformIntegrations(PlatformState state, PlatformOptions options)
{
    private const string Root = "/api/v2/integrations";

    private static readonly string[] View = ["integrations:integration:view"];

    public IEnumerable<PlatformOperation> Operations =>
    [
        new("GET", Root, View, List),
        new("GET", Root + "/{integrationId}", View, call => new(ToJson(Find(call)))),
        new("GET", Root + "/{integrationId}/config/current", View, call => new(Configuration(Find(call)))),
        new("GET", Root + "/credentials/{credentialId}", View, Credential),
    ];

    private PlatformReply List(PlatformCall call)
    {
        var ids = call.Query("ids")?.Split(',');
        return Paging.Page(call, state.Integrations
            .Where(integration => ids?.Contains(integration.Id, StringComparer.Ordinal) != false)
            .Where(integration => call.Query("integrationType") is not { } type || integration.Type == type)
            .Where(integration => call.Query("reportedState") is not { } code || integration.State.Equals(code, StringComparison.OrdinalIgnoreCase))
            .Select(ToJson));
    }

    private PlatformReply Credential(PlatformCall call)
    {
        var credential = state.Integrations.Select(integration => integration.Credential).FirstOrDefault(credential => credential?.Id == call["credentialId"])
            ?? throw new PlatformException(PlatformError.NotFound);
        var json = ToJson(credential);
        json["credentialFields"] = options.CredentialFields ? new JsonObject { ["ARN"] = credential.RoleArn } : new JsonObject();
        return new(json);
    }

    private PlatformIntegration Find(PlatformCall call) =>
        state.Integration(call["integrationId"]) ?? throw new PlatformException(PlatformError.NotFound);

    private static JsonObject ToJson(PlatformIntegration integration) => new()
    {
        ["id"] = integration.Id,
        ["name"] = integration.Name,
        ["integrationType"] = new JsonObject { ["id"] = integration.Type, ["name"] = integration.Type, ["selfUri"] = $"{Root}/types/{integration.Type}" },
        ["intendedState"] = integration.IntendedState,
        ["reportedState"] = new JsonObject { ["code"] = integration.State },
        ["selfUri"] = $"{Root}/{integration.Id}",
    };

    private static JsonObject Configuration(PlatformIntegration integration) => new()
    {
        ["id"] = integration.Id,
        ["name"] = integration.Name,
        ["version"] = 1,
        ["properties"] = new JsonObject(),
        ["advanced"] = new JsonObject(),
        ["notes"] = "",
        ["credentials"] = integration.Credential is { } credential ? new JsonObject { ["AmazonWebServicesARN"] = ToJson(credential) } : new JsonObject(),
        ["selfUri"] = $"{Root}/{integration.Id}/config/current",
    };

    private static JsonObject ToJson(PlatformCredential credential) => new()
    {
        ["id"] = credential.Id,
        ["name"] = credential.Name,
        ["type"] = new JsonObject { ["name"] = "amazonWebServicesARN" },
        ["selfUri"] = $"{Root}/credentials/{credential.Id}",
    };
}
