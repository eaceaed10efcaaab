using System.Runtime.InteropServices;
using GenesysLambdas.DataActions;

namespace GenesysLambdas.Lookups;

public sealed partial record InvokeDataActionInputs
{
    [Input("data_action_id", "The id of the data action to run.", Format = TextFormat.PathSegment)]
    public required string DataActionId { get; init; }

    [Input("payload", "Its inputs, as a JSON document.", MaxLength = 256 * 1024)]
    public required JsonElement Payload { get; init; }
}

public sealed partial record InvokeDataActionOutputs : LookupOutputs
{
    [Output("status", "success or error.")]
    public string Status { get; init; } = "";

    [Output("code", "What went wrong, such as VALIDATION_FAILED, PERMISSION_DENIED, GENESYS_API_500, MAX_RETRIES_EXCEEDED, NETWORK_ERROR "
        + "(the data action was not run) or GENESYS_TIMEOUT (it may have run); empty on success.")]
    public string Code { get; init; } = "";

    [Output("message", "What went wrong, in one sentence; empty on success.")]
    public string Message { get; init; } = "";

    [Output("details", "JSON: what is wrong with the payload, and where; or Genesys Cloud's reply to a failed run, up to 4 KiB.", Json = true)]
    public string Details { get; init; } = "";

    [Output("data", "JSON: the data action's output, up to 300 KiB; empty if it has none.", Json = true)]
    public string Data { get; init; } = "";

    [Output("invocation_id", "The invocationId in the data action's own output, if it has one.")]
    public string InvocationId { get; init; } = "";

    [Output("request_id", "Genesys Cloud's id for the request, for its support team.")]
    public string RequestId { get; init; } = "";
}

[Lookup("invoke-data-action", "Runs another data action in the organization. Each run uses two of the organization's 50 concurrent data actions.",
    Api = typeof(GenesysApi),
    HttpByDefault = false, // Anyone with the HTTP API's token could run any data action.
    MaxAttempts = 4)] // Retries a 429 after 2, 4 and 8 seconds.
public sealed partial class InvokeDataAction(LookupHost host) : Lookup<InvokeDataActionInputs, InvokeDataActionOutputs>(host, Contract)
{
    private readonly ActionContracts _contracts = new(host);

    public static IReadOnlyList<Setting> OwnSettings => [DataActionSettings.ExecutePath, DataActionSettings.PayloadRules];

    [LambdaFunction(ResourceName = "InvokeDataActionFunction")]
    public Task<Answer> RunDataAction(LookupRequest request, ILambdaContext context) => AnswerAsync(request, context);

    protected override bool MayShare => false;

    protected override async Task<InvokeDataActionOutputs> LookUpAsync(InvokeDataActionInputs inputs, ApiCall api)
    {
        var path = DataActionPath.Execute(Settings, inputs.DataActionId);
        var payload = await CheckAsync(inputs, api);
        var reply = await api.SendAsync(new(HttpMethod.Post, path, payload));
        var answer = DataActionAnswer.Read(reply);
        return new() { Status = "success", Data = answer.Data, InvocationId = answer.InvocationId, RequestId = answer.RequestId };
    }

    protected override string Explain(Failure failure) => DataActionFailure.Explain(failure);

    protected override InvokeDataActionOutputs Failed(Failure failure)
    {
        var failed = DataActionFailure.Create(failure);
        return new() { Status = "error", Code = failed.OutputCode, Message = failed.OutputMessage, Details = failed.Details, RequestId = failed.RequestId };
    }

    /// <returns>The payload as sent.</returns>
    private async Task<byte[]> CheckAsync(InvokeDataActionInputs inputs, ApiCall api)
    {
        var byContract = Settings.OneOf(DataActionSettings.PayloadRules) == "contract";
        // Yields so that the caller can stop waiting at the deadline, even during a long check.
        await Task.Yield();
        var violations = byContract
            ? (await _contracts.GetAsync(inputs.DataActionId, api)).Check(inputs.Payload)
            : DataActionPayload.Check(inputs.Payload);
        return violations.Count > 0 ? throw new LookupException(DataActionFailure.Create(violations))
            : byContract ? JsonMarshal.GetRawUtf8Value(inputs.Payload).ToArray()
            : DataActionPayload.ToUtf8(inputs.Payload);
    }
}
