using System.Runtime.InteropServices;
using System.Text;
using GenesysLambdas.DataActions;

namespace GenesysLambdas.Lookups;

public sealed partial record ListInvocationsInputs
{
    [Input("data_action_id", "The id of the data action.", Format = TextFormat.PathSegment)]
    public required string DataActionId { get; init; }

    [Input("page_size", "The number of invocations per page.", Default = 50, Minimum = 1, Maximum = 100)]
    public int PageSize { get; init; }

    [Input("max_pages", "The maximum number of pages to fetch.", Default = 20, Minimum = 1, Maximum = 100)]
    public int MaxPages { get; init; }
}

public sealed partial record ListInvocationsOutputs : LookupOutputs
{
    [Output("total", "The number of invocations listed.")]
    public int Total { get; init; }

    /// <summary>The maximum number of invocations to list.</summary>
    internal const int MaxItems = 10_000;

    [Output("invocation_ids", "Their ids.", MaxItems = MaxItems)]
    public IReadOnlyList<string> InvocationIds { get; init; } = [];

    [Output("invocation_statuses", "Their statuses, in the order of their ids.", MaxItems = MaxItems)]
    public IReadOnlyList<string> InvocationStatuses { get; init; } = [];

    [Output("invocations", "Everything the API reports about them, as a JSON array of up to 200 KiB.", Json = true)]
    public string Invocations { get; init; } = "";

    [Output("truncated", "True if there may be more: max_pages, the size limit or the deadline was reached, or the API repeated a page.")]
    public bool Truncated { get; init; }
}

[Lookup("list-invocations", "Lists the invocations of a data action, from an API that provides them.", Api = typeof(GenesysApi))]
public sealed partial class ListInvocations(LookupHost host) : Lookup<ListInvocationsInputs, ListInvocationsOutputs>(host, Contract)
{
    // Time reserved for answering.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(100);

    public static IReadOnlyList<Setting> OwnSettings => [DataActionSettings.InvocationsPath];

    [LambdaFunction(ResourceName = "ListInvocationsFunction")]
    public Task<Answer> LookUpInvocations(LookupRequest request, ILambdaContext context) => AnswerAsync(request, context);

    /// <remarks>
    /// If a page fails, the lookup fails, even after other pages: a list cut short by an error must not look
    /// complete. Reaching the deadline is not a failure once there is something to return.
    /// </remarks>
    protected override async Task<ListInvocationsOutputs> LookUpAsync(ListInvocationsInputs inputs, ApiCall api)
    {
        var path = DataActionPath.Invocations(Settings, inputs.DataActionId);
        var listed = new InvocationList();
        var next = await AddAsync(GetPageAsync($"{path}?pageSize={inputs.PageSize}"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var pages = 1; next.Length > 0; pages++)
        {
            if (pages == inputs.MaxPages || listed.IsFull || !seen.Add(next) || api.Remaining <= AnswerTime)
            {
                return listed.ToOutputs(truncated: true);
            }

            var page = GetPageAsync($"{path}?pageSize={inputs.PageSize}&nextPage={next}");
            if (!await api.ComesInTimeAsync(page, AnswerTime))
            {
                return listed.ToOutputs(truncated: true);
            }

            next = await AddAsync(page);
        }

        return listed.ToOutputs(truncated: listed.IsFull);

        async Task<InvocationPage> GetPageAsync(ApiPath page) =>
            await api.GetAsync(page, ListInvocationsJson.Default.InvocationPage)
            ?? throw new LookupException(new Failure(ErrorCode.NotFound, "Data action not found"));

        async Task<string> AddAsync(Task<InvocationPage> page)
        {
            var (entities, token) = await page;
            listed.Add(entities ?? throw new LookupException(Failure.UnusableReply("The external API's reply contains no list of invocations")));
            return token ?? "";
        }
    }

    protected override bool IsFound(ListInvocationsOutputs outputs) => outputs is { Total: > 0, Truncated: false };
}

internal sealed class InvocationList
{
    private const int MaxBytes = 200 * 1024;

    private readonly StringBuilder _json = new("[");
    private readonly List<InvocationPage.Entity> _entities = [];
    private int _bytes = "[]".Length;
    private long _sent;

    /// <summary>Whether an invocation was left out because it did not fit.</summary>
    public bool IsFull { get; private set; }

    public void Add(IReadOnlyList<JsonElement> entities)
    {
        foreach (var (index, json) in entities.Index())
        {
            var entity = ApiCall.Read(json, ListInvocationsJson.Default.Entity, "$.entities", index);
            var separator = _entities.Count == 0 ? "" : ",";
            var bytes = separator.Length + JsonMarshal.GetRawUtf8Value(json).Length;
            var text = json.GetRawText();
            var sent = separator.Length + SentSize.Of(text);
            if (IsFull || _entities.Count == ListInvocationsOutputs.MaxItems || _bytes + bytes > MaxBytes || _sent + sent > SentSize.MaxJson)
            {
                IsFull = true;
                return;
            }

            (_bytes, _sent) = (_bytes + bytes, _sent + sent);
            _entities.Add(entity);
            _json.Append(separator).Append(text);
        }
    }

    public ListInvocationsOutputs ToOutputs(bool truncated) => new()
    {
        Total = _entities.Count,
        InvocationIds = [.. _entities.Select(entity => entity.InvocationId ?? entity.Id ?? "")],
        InvocationStatuses = [.. _entities.Select(entity => entity.Status ?? "")],
        Invocations = $"{_json}]",
        Truncated = truncated,
    };
}

internal sealed record InvocationPage(IReadOnlyList<JsonElement>? Entities, string? NextPage)
{
    internal sealed record Entity(string? InvocationId, string? Id, string? Status);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ReplyConverter)])]
[JsonSerializable(typeof(InvocationPage))]
[JsonSerializable(typeof(InvocationPage.Entity))]
internal sealed partial class ListInvocationsJson : JsonSerializerContext;
