using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>An action in Genesys Cloud, published or as a draft.</summary>
/// <param name="Version">Its version, which updates must specify.</param>
/// <param name="IsSecure">Whether only secure flows may use it.</param>
/// <param name="Config">Its configuration, including its time-out and templates.</param>
/// <param name="Contract">Its contract; null if no lookup can have such a contract, for example an array.</param>
public sealed record ActionState(string Name, int Version, bool IsSecure, JsonObject Config, ActionContract? Contract)
{
    // The templates may be separate files, as in Genesys Cloud's Terraform provider.
    private static readonly (string Part, string Template, string File)[] Templates =
        [("request", "requestTemplate", "requesttemplate.vm"), ("response", "successTemplate", "successtemplate.vm")];

    /// <summary>Reads one version of an action; null if it does not exist.</summary>
    public static async Task<ActionState?> ReadAsync(PlatformClient client, string path, CancellationToken cancellationToken)
    {
        var request = PlatformRequest.Get($"{path}?expand=contract&includeConfig=true", "read an action", Permissions.ViewActions);
        return await client.FindAsync(request, cancellationToken) is { } action
            ? new(
                action.Text("name") ?? "",
                action.Value<int>("version") ?? throw PlatformProblem.Lacks(request, "version"),
                action.Value<bool>("secure") == true,
                await ConfigAsync(client, path, action["config"] as JsonObject ?? [], cancellationToken),
                ContractOf(action))
            : null;
    }

    public bool IsSameAs(ActionState other) =>
        (Name, IsSecure) == (other.Name, other.IsSecure)
        && JsonNode.DeepEquals(Config, other.Config)
        && JsonNode.DeepEquals(Contract?.ToJson(), other.Contract?.ToJson());

    private static async Task<JsonObject> ConfigAsync(PlatformClient client, string path, JsonObject config, CancellationToken cancellationToken)
    {
        var complete = config.DeepClone().AsObject();
        foreach (var (part, template, file) in Templates)
        {
            if (complete[part] is JsonObject members && members.Remove(template + "Uri") && !members.ContainsKey(template))
            {
                members[template] = await client.ReadTextAsync(
                    PlatformRequest.Get($"{path}/templates/{file}", "read an action's template", Permissions.ViewActions), cancellationToken);
            }
        }

        return complete;
    }

    private static ActionContract? ContractOf(JsonNode action)
    {
        try
        {
            return ActionContract.Read(action["contract"]);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
