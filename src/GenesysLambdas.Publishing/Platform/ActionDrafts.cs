using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>Makes, changes, validates and publishes drafts. Nothing is ever deleted.</summary>
public sealed class ActionDrafts(PlatformClient client, Integration integration)
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
        var request = PlatformRequest.Post(Root, body, $"make the draft of '{name}'", Permissions.AddActions);
        var draft = await client.SendAsync(request, cancellationToken);
        return (new(draft.Text("id") ?? throw PlatformProblem.Lacks(request, "id"), name, Url: null), VersionOf(request, draft));
    }

    /// <summary>Makes a draft from what is published.</summary>
    /// <returns>Its version.</returns>
    public Task<int> OpenAsync(LiveAction action, CancellationToken cancellationToken) =>
        SendAsync(PlatformRequest.Post(action.DraftPath, body: null, $"make a draft of '{action.Name}'", Permissions.EditActions), cancellationToken);

    /// <summary>Changes a draft.</summary>
    /// <param name="contract">Its contract; null: it stays, because the action was published with it.</param>
    /// <returns>Its new version.</returns>
    public Task<int> ChangeAsync(LiveAction action, int version, string name, JsonObject config, ActionContract? contract, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["name"] = name, ["config"] = config.DeepClone(), ["version"] = version };
        if (contract is not null)
        {
            body["contract"] = contract.ToJson();
        }

        return SendAsync(PlatformRequest.Patch(action.DraftPath, body, $"change the draft of '{action.Name}'", Permissions.EditActions), cancellationToken);
    }

    /// <summary>What Genesys Cloud objects to; empty: nothing.</summary>
    public async Task<IReadOnlyList<string>> ValidateAsync(LiveAction action, CancellationToken cancellationToken)
    {
        var result = await client.SendAsync(
            PlatformRequest.Get(action.DraftPath + "/validation", $"validate the draft of '{action.Name}'", Permissions.EditActions), cancellationToken);
        return result.Value<bool>("valid") == true ? [] : [.. result.Objects("errors").SelectMany(Objections.Read).DefaultIfEmpty(Objections.Unexplained)];
    }

    public Task PublishAsync(LiveAction action, int version, CancellationToken cancellationToken) => client.ReadTextAsync(
        PlatformRequest.Post(action.DraftPath + "/publish", new JsonObject { ["version"] = version }, $"publish '{action.Name}'", Permissions.EditActions), cancellationToken);

    private async Task<int> SendAsync(PlatformRequest request, CancellationToken cancellationToken) =>
        VersionOf(request, await client.SendAsync(request, cancellationToken));

    private static int VersionOf(PlatformRequest request, JsonObject draft) => draft.Value<int>("version") ?? throw PlatformProblem.Lacks(request, "version");
}
