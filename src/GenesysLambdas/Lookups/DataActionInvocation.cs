using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using GenesysLambdas.Answers;
using GenesysLambdas.Contracts;
using GenesysLambdas.DataActions;
using GenesysLambdas.ExternalApis;
using GenesysLambdas.Requests;

namespace GenesysLambdas.Lookups;

public sealed partial record InvokeDataActionInputs
{
    [Input("data_action_id", "The id of the data action to run.", Format = TextFormat.PathSegment)]
    public required string DataActionId { get; init; }

    [Input("payload", "What to run it with, as a JSON document.", MaxLength = 256 * 1024)]
    public required JsonElement Payload { get; init; }
}

public sealed partial record InvokeDataActionOutputs : LookupOutputs
{
    [Output("status", "success or error.")]
    public string Status { get; init; } = "";

    [Output("code", "What went wrong, such as VALIDATION_FAILED, PERMISSION_DENIED, GENESYS_API_500, MAX_RETRIES_EXCEEDED or NETWORK_ERROR; empty on success.")]
    public string Code { get; init; } = "";

    [Output("message", "What went wrong, in one sentence; empty on success.")]
    public string Message { get; init; } = "";

    [Output("details", "As JSON: what is wrong with the payload, with the place of each; or Genesys Cloud's reply to a run that failed, up to 4 KiB.")]
    public string Details { get; init; } = "";

    [Output("data", "As JSON: what the data action answered, up to 300 KiB; empty where it answered nothing.")]
    public string Data { get; init; } = "";

    [Output("invocation_id", "The id of the invocation, where Genesys Cloud tells one.")]
    public string InvocationId { get; init; } = "";

    [Output("request_id", "Genesys Cloud's id of the request, for its support.")]
    public string RequestId { get; init; } = "";
}

[Lookup("invoke-data-action", "Runs another data action of the organization.",
    Api = GenesysCloud.Api, BaseUrl = GenesysCloud.BaseUrl, Auth = GenesysCloud.Auth,
    TokenUrl = GenesysCloud.TokenUrl, TokenUrlSetting = GenesysCloud.TokenUrlSetting,
    MaxAttempts = 4)] // So that Genesys Cloud's too many requests are waited for 2, 4 and 8 seconds.
public sealed partial class DataActionInvocation(LookupHost host) : Lookup<InvokeDataActionInputs, InvokeDataActionOutputs>(host, Contract)
{
    [LambdaFunction(ResourceName = "InvokeDataActionFunction")]
    public Task<Answer> InvokeDataAction(LookupRequest request, ILambdaContext context) => AnswerAsync(request, context);

    protected override bool MayShare => false;

    protected override async Task<InvokeDataActionOutputs> LookUpAsync(InvokeDataActionInputs inputs, ApiCall api)
    {
        if (DataActionPayload.Check(inputs.Payload) is { Count: > 0 } violations)
        {
            throw PayloadReport.Of(violations);
        }

        var path = GenesysCloud.ExecutePath(Settings, inputs.DataActionId);
        var reply = await api.SendAsync(new(HttpMethod.Post, path, DataActionPayload.ToUtf8(inputs.Payload)) { Retry = RetryPolicy.UnlessRun });
        return DataActionAnswer.Of(reply);
    }

    protected override InvokeDataActionOutputs Failed(Failure failure) => DataActionAnswer.Failed(failure);
}
