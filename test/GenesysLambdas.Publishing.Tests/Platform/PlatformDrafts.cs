using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// The operations on drafts: build/docs/IntegrationsApi.md of MyPureCloud/platform-client-sdk-dotnet. A changed contract is
/// refused: help.mypurecloud.com/?p=141876. That a second draft is refused has no public source.
/// </summary>
internal sealed class PlatformDrafts(PlatformState state, PlatformOptions options)
{
    private const string Root = PlatformActions.Root;

    public IEnumerable<PlatformOperation> Operations =>
    [
        new("GET", Root + "/drafts", PlatformActions.View, call => ActionViews.List(call, state.Actions, action => action.Draft, options)),
        new("POST", Root + "/drafts", PlatformActions.Add, call => Show(call, state.Create(call.Body, asDraft: true))),
        new("GET", Root + "/{actionId}/draft", PlatformActions.View, call => Show(call, Find(call))),
        new("POST", Root + "/{actionId}/draft", PlatformActions.Edit, Start),
        new("PATCH", Root + "/{actionId}/draft", PlatformActions.Edit, Update),
        new("GET", Root + "/{actionId}/draft/templates/{fileName}", PlatformActions.View, call => ActionViews.Template(call, Find(call).Draft!)),
        new("GET", Root + "/{actionId}/draft/validation", PlatformActions.Edit, Validate),
        new("POST", Root + "/{actionId}/draft/publish", PlatformActions.Edit, Publish),
    ];

    private PlatformReply Start(PlatformCall call)
    {
        var action = state.Action(call["actionId"]);
        if (action.Draft is not null)
        {
            throw new PlatformException(PlatformError.Conflict("The action has a draft."));
        }

        action.StartDraft();
        return Show(call, action);
    }

    private PlatformReply Update(PlatformCall call)
    {
        var action = Find(call);
        var update = PlatformBody.Read<UpdateDraftInput>(call.Body);
        ActionViews.DemandVersion(action.Draft!, update.Version!.Value, options);
        var changed = ActionViews.Merge(action.Draft!, call.Body!);
        DemandSameContract(action, changed);
        action.EditDraft(draft => ActionViews.Overwrite(draft, changed));
        return Show(call, action);
    }

    private PlatformReply Validate(PlatformCall call)
    {
        var objections = state.Violations(Find(call).Draft!);
        var result = new JsonObject { ["valid"] = objections.Count == 0 };
        if (objections.Count > 0)
        {
            result["errors"] = new JsonArray([.. objections.Select(error => error.ToJson(Guid.NewGuid().ToString()))]);
        }

        return new(result);
    }

    private PlatformReply Publish(PlatformCall call)
    {
        var action = Find(call);
        ActionViews.DemandVersion(action.Draft!, PlatformBody.Read<PublishDraftInput>(call.Body).Version!.Value, options);
        PlatformState.Demand(state.Violations(action.Draft!));
        DemandSameContract(action, action.Draft!);
        action.Publish(action.Draft!);
        return ActionViews.Show(call, action.Id, action.Published!, $"{Root}/{action.Id}", options);
    }

    private static void DemandSameContract(PlatformAction action, JsonObject changed)
    {
        if (action.Published is not null && !JsonNode.DeepEquals(action.Published["contract"], changed["contract"]))
        {
            throw PlatformBody.Refused(new ErrorDetail("immutable", "contract"));
        }
    }

    private PlatformReply Show(PlatformCall call, PlatformAction action) => ActionViews.Show(call, action.Id, action.Draft!, $"{Root}/{action.Id}/draft", options);

    private PlatformAction Find(PlatformCall call) =>
        state.Action(call["actionId"]) is { Draft: not null } action ? action : throw new PlatformException(PlatformError.NotFound);
}
