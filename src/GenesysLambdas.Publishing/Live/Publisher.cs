using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Publishing.Live;

/// <summary>Makes the planned changes to an action, through a draft. It never deletes anything.</summary>
public sealed class Publisher(PlatformClient client, Integration integration)
{
    /// <summary>Creates or updates the draft, has it validated, and publishes it.</summary>
    /// <param name="draftOnly">Whether to stop before publishing.</param>
    /// <returns>Why Genesys Cloud considers the draft invalid; empty if it is valid. An invalid draft is not deleted.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(PlannedAction planned, bool draftOnly, CancellationToken cancellationToken)
    {
        var (action, version) = planned.Live is { } live
            ? (live, await UpdateAsync(planned, live, cancellationToken))
            : await CreateAsync(planned.Wanted!, cancellationToken);
        var validation = await client.SendAsync(
            PlatformRequest.Get(action.DraftPath + "/validation", $"validate the draft of '{action.Name}'", Permissions.EditActions), cancellationToken);
        if (validation.Value<bool>("valid") != true)
        {
            return [.. validation.Objects("errors").SelectMany(ErrorMessages.Read).DefaultIfEmpty(ErrorMessages.Unexplained)];
        }

        if (!draftOnly)
        {
            var publish = PlatformRequest.Post(
                action.DraftPath + "/publish", new JsonObject { ["version"] = version }, $"publish '{action.Name}'", Permissions.EditActions);
            await client.ReadTextAsync(publish, cancellationToken);
        }

        return [];
    }

    private async Task<(LiveAction Action, int Version)> CreateAsync(WantedAction wanted, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            // As on Genesys Cloud's own page and in the Terraform files.
            ["category"] = integration.Name,
            ["name"] = wanted.Name,
            ["integrationId"] = integration.Id,
            ["config"] = wanted.Config.DeepClone(),
            ["contract"] = wanted.Contract.ToJson(),
            ["secure"] = false,
        };
        var request = PlatformRequest.Post(LiveAction.Root + "/drafts", body, $"make the draft of '{wanted.Name}'", Permissions.AddActions);
        var draft = await client.SendAsync(request, cancellationToken);
        return (new(draft.Text("id") ?? throw PlatformProblem.Lacks(request, "id"), wanted.Name, Url: null), VersionOf(request, draft));
    }

    private async Task<int> UpdateAsync(PlannedAction planned, LiveAction action, CancellationToken cancellationToken)
    {
        var open = PlatformRequest.Post(action.DraftPath, body: null, $"make a draft of '{action.Name}'", Permissions.EditActions);
        var version = planned.Draft ?? VersionOf(open, await client.SendAsync(open, cancellationToken));
        if (planned.DraftIsAsWanted)
        {
            return version;
        }

        var wanted = planned.Wanted!;
        var body = new JsonObject { ["name"] = wanted.Name, ["config"] = wanted.Config.DeepClone(), ["version"] = version };
        // A published contract cannot change, and already matches.
        if (planned.Step == PublishStep.Finish)
        {
            body["contract"] = wanted.Contract.ToJson();
        }

        var change = new PlatformRequest(HttpMethod.Patch, action.DraftPath, $"change the draft of '{action.Name}'", Permissions.EditActions, body);
        return VersionOf(change, await client.SendAsync(change, cancellationToken));
    }

    private static int VersionOf(PlatformRequest request, JsonObject draft) => draft.Value<int>("version") ?? throw PlatformProblem.Lacks(request, "version");
}
