using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.DataActions;

/// <summary>The input contracts of the organization's data actions, cached for a while: a published contract does not change.</summary>
internal sealed class ActionContracts(LookupHost host)
{
    // The default if X_CACHE_SECONDS is 0.
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(5);

    private AnswerCache<string, PayloadSchema>? _cache;

    /// <exception cref="LookupException">The contract cannot be read, or contains a keyword that is not supported here.</exception>
    public Task<PayloadSchema> GetAsync(string dataActionId, ApiCall api) => LazyInitializer
        .EnsureInitialized(ref _cache, () => host.CreateCache<string, PayloadSchema>(api.CacheTime > TimeSpan.Zero ? api.CacheTime : TimeToLive))
        .GetAsync(dataActionId, () => FetchAsync(dataActionId, api), _ => true, CancellationToken.None);

    private static async Task<PayloadSchema> FetchAsync(string dataActionId, ApiCall api)
    {
        var reply = await api.SendAsync(new(HttpMethod.Get, $"api/v2/integrations/actions/{dataActionId}?expand=contract"));
        if (!reply.IsSuccess)
        {
            throw new LookupException(DataActionFailure.Create(
                reply, reply.ToFailure(), "Client lacks permission to read the data action's contract (integrations:action:view)"));
        }

        if (reply.IsTooDeep)
        {
            throw PayloadSchemaReader.TooDeep();
        }

        return reply.TryReadJson(out var action) && JsonText.IsUnicode(action)
            && Member(Member(Member(action, "contract"), "input"), "inputSchema") is { ValueKind: JsonValueKind.Object } schema
            ? PayloadSchemaReader.Read(schema)
            : throw new LookupException(Failure.UnusableReply(
                "Genesys Cloud's reply does not contain the data action's input contract, so the data action was not run"));
    }

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : null;
}
