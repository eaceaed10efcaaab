using GenesysLambdas.Cli.Actions;

namespace GenesysLambdas.Cli.Platform;

/// <summary>Makes, changes, validates and publishes drafts. Nothing is ever deleted.</summary>
internal sealed class ActionDrafts(PlatformClient client, Integration integration)
{
    private const string Root = "/api/v2/integrations/actions/drafts";

    /// <summary>Makes the draft of a new action.</summary>
    public async Task<(LiveAction Action, int Version)> CreateAsync(string name, JsonObject config, ActionContract contract, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            // As the page of Genesys Cloud does, and as the Terraform files do.
            ["category"] = integration.Name,
            ["name"] = name,
            ["integrationId"] = integration.Id,
            ["config"] = config.DeepClone(),
            ["contract"] = contract.ToJson(),
            ["secure"] = false,
        };
        var draft = await client.SendAsync(PlatformRequest.Post(Root, body, $"make the draft of '{name}'", Permissions.AddActions), cancellationToken);
        return (new(draft["id"]!.ToString(), name, Url: null), VersionOf(draft));
    }

    /// <summary>Makes a draft from what is published.</summary>
    /// <returns>Its version.</returns>
    public async Task<int> OpenAsync(LiveAction action, CancellationToken cancellationToken) =>
        VersionOf(await client.SendAsync(PlatformRequest.Post(action.DraftPath, body: null, $"make a draft of '{action.Name}'", Permissions.EditActions), cancellationToken));

    /// <summary>Changes a draft.</summary>
    /// <param name="contract">Its contract; null: it stays, because the action was published with it.</param>
    /// <returns>Its new version.</returns>
    public async Task<int> ChangeAsync(LiveAction action, int version, string name, JsonObject config, ActionContract? contract, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["name"] = name, ["config"] = config.DeepClone(), ["version"] = version };
        if (contract is not null)
        {
            body["contract"] = contract.ToJson();
        }

        return VersionOf(await client.SendAsync(PlatformRequest.Patch(action.DraftPath, body, $"change the draft of '{action.Name}'", Permissions.EditActions), cancellationToken));
    }

    /// <summary>What Genesys Cloud objects to; empty: nothing.</summary>
    public async Task<IReadOnlyList<string>> ValidateAsync(LiveAction action, CancellationToken cancellationToken)
    {
        var result = await client.SendAsync(
            PlatformRequest.Get(action.DraftPath + "/validation", $"validate the draft of '{action.Name}'", Permissions.EditActions), cancellationToken);
        return result["valid"]?.GetValue<bool>() == true
            ? []
            : [.. (result["errors"] as JsonArray ?? []).SelectMany(Objections.Read).DefaultIfEmpty("It does not say why.")];
    }

    public Task PublishAsync(LiveAction action, int version, CancellationToken cancellationToken) => client.SendAsync(
        PlatformRequest.Post(action.DraftPath + "/publish", new JsonObject { ["version"] = version }, $"publish '{action.Name}'", Permissions.EditActions), cancellationToken);

    private static int VersionOf(JsonNode draft) => draft["version"]?.GetValue<int>() ?? 1;
}
