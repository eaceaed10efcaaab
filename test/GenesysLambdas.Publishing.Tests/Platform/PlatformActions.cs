namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// The operations on published actions: build/docs/IntegrationsApi.md of MyPureCloud/platform-client-sdk-dotnet. A changed contract
/// is refused: help.mypurecloud.com/?p=141876.
/// </summary>
internal sealed class PlatformActions(PlatformState state, PlatformOptions options)
{
    public const string Root = "/api/v2/integrations/actions";

    public static IReadOnlyList<string> View { get; } = ["integrations:action:view", "bridge:actions:view"];

    public static IReadOnlyList<string> Add { get; } = ["integrations:action:add"];

    public static IReadOnlyList<string> Edit { get; } = ["integrations:action:edit"];

    public IEnumerable<PlatformOperation> Operations =>
    [
        new("GET", Root, View, call => ActionViews.List(call, state.Actions, action => action.Published, options)),
        new("GET", Root + "/{actionId}", View, call => Show(call, Find(call))),
        new("GET", Root + "/{actionId}/templates/{fileName}", View, call => ActionViews.Template(call, Find(call).Published!)),
        new("POST", Root, Add, Create),
        new("PATCH", Root + "/{actionId}", Edit, Update),
    ];

    private PlatformReply Create(PlatformCall call)
    {
        var action = state.Create(call.Body, asDraft: false);
        return Show(call, action);
    }

    private PlatformReply Update(PlatformCall call)
    {
        var action = Find(call);
        var update = PlatformBody.Read<UpdateActionInput>(call.Body);
        ActionViews.DemandVersion(action.Published!, update.Version!.Value, options);
        var changed = ActionViews.Merge(action.Published!, call.Body!);
        PlatformState.Demand(state.Violations(changed));
        action.EditPublished(published => ActionViews.Overwrite(published, changed));
        return Show(call, action);
    }

    private PlatformReply Show(PlatformCall call, PlatformAction action) => ActionViews.Show(call, action.Id, action.Published!, $"{Root}/{action.Id}", options);

    private PlatformAction Find(PlatformCall call) =>
        state.Action(call["actionId"]) is { Published: not null } action ? action : throw new PlatformException(PlatformError.NotFound);
}
