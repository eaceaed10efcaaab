namespace GenesysLambdas.Publishing.Platform;

/// <summary>An action of the integration in Genesys Cloud.</summary>
/// <param name="Id">Its id, which flows are bound to.</param>
/// <param name="Url">The URL it calls; null if the list does not include it.</param>
public sealed record LiveAction(string Id, string Name, string? Url)
{
    internal const string Root = "/api/v2/integrations/actions";

    public string Path => $"{Root}/{Uri.EscapeDataString(Id)}";

    public string DraftPath => Path + "/draft";

    /// <summary>Lists all actions of an integration, including drafts that were never published.</summary>
    public static async Task<IReadOnlyList<LiveAction>> ListAsync(PlatformClient client, Integration integration, CancellationToken cancellationToken)
    {
        var published = await ReadAsync(Root, "read the actions");
        var drafts = await ReadAsync(Root + "/drafts", "read the drafts of actions");
        return
        [
            .. from action in published.Concat(drafts)
               where action.Text("integrationId") == integration.Id
               group action by action.Text("id") into versions
               let first = versions.First()
               where versions.Key is not null
               select new LiveAction(versions.Key, first.Text("name") ?? "", first.Text("config", "request", "requestUrlTemplate")),
        ];

        Task<IReadOnlyList<JsonObject>> ReadAsync(string path, string what) =>
            client.ListAsync(PlatformRequest.Get(path + "?includeConfig=true", what, Permissions.ViewActions), cancellationToken);
    }

    /// <summary>The published version; null if it was never published.</summary>
    public Task<ActionState?> PublishedAsync(PlatformClient client, CancellationToken cancellationToken) =>
        ActionState.ReadAsync(client, Path, cancellationToken);

    /// <summary>The draft; null if there is none.</summary>
    public Task<ActionState?> DraftAsync(PlatformClient client, CancellationToken cancellationToken) =>
        ActionState.ReadAsync(client, DraftPath, cancellationToken);
}
