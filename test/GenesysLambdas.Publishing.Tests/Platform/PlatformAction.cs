using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// An action as the organization keeps it: published, a draft, or both. Each has the members <c>category</c>, <c>name</c>,
/// <c>integrationId</c>, <c>config</c>, <c>contract</c>, <c>secure</c> and <c>version</c>.
/// </summary>
/// <remarks>
/// How versions are counted has no public source, only that a change has to name the current one. Here every change takes the
/// next number, so that a guessed one fails.
/// </remarks>
internal sealed class PlatformAction(string id)
{
    private int _version;

    public string Id => id;

    public JsonObject? Published { get; private set; }

    public JsonObject? Draft { get; private set; }

    public string Name => (string)(Published ?? Draft)!["name"]!;

    /// <summary>Lets someone else change what is published.</summary>
    public void EditPublished(Action<JsonObject> change) => Published = Next(Published!, change);

    /// <summary>Lets someone else change the draft.</summary>
    public void EditDraft(Action<JsonObject> change) => Draft = Next(Draft!, change);

    /// <summary>Lets someone else start a draft of what is published.</summary>
    public void StartDraft() => Draft = Next(Published!, _ => { });

    public void Publish(JsonObject action) => (Published, Draft) = (Next(action, _ => { }), null);

    public void Create(JsonObject action, bool asDraft)
    {
        var first = Next(action, _ => { });
        Published = asDraft ? null : first;
        Draft = asDraft ? first : null;
    }

    private JsonObject Next(JsonObject action, Action<JsonObject> change)
    {
        var next = action.DeepClone().AsObject();
        change(next);
        next["version"] = ++_version;
        return next;
    }
}
