using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// Test and execution of actions: build/docs/IntegrationsApi.md, <c>TestExecutionResult</c> and
/// <c>TestExecutionOperationResult</c> of MyPureCloud/platform-client-sdk-dotnet. Only executions count in the statistics: whether
/// tests do has no public source.
/// </summary>
internal sealed class PlatformExecutions(PlatformState state, PlatformOptions options, TimeProvider time)
{
    private const string Root = PlatformActions.Root;

    private static readonly string[] Execute = ["integrations:action:execute", "bridge:actions:execute"];
    private static readonly string[] ExecuteDraft = ["integrations:action:execute"];

    public IEnumerable<PlatformOperation> Operations =>
    [
        new("POST", Root + "/{actionId}/test", Execute, call => Test(call, Published(call))),
        new("POST", Root + "/{actionId}/draft/test", ExecuteDraft, call => Test(call, state.Action(call["actionId"]).Draft ?? throw new PlatformException(PlatformError.NotFound))),
        new("POST", Root + "/{actionId}/execute", Execute, Answer),
    ];

    private PlatformReply Test(PlatformCall call, JsonObject action)
    {
        var execution = Run(call, action);
        var result = new JsonObject
        {
            ["operations"] = new JsonArray([.. execution.Steps.Select(ToJson)]),
            ["success"] = execution.Error is null,
        };
        if (execution.Error is null)
        {
            result["finalResult"] = execution.Output?.DeepClone();
        }
        else
        {
            result["error"] = execution.Error.ToJson(Guid.NewGuid().ToString());
        }

        return new(result);
    }

    private PlatformReply Answer(PlatformCall call)
    {
        var action = Published(call);
        var start = time.GetUtcNow();
        var execution = Run(call, action);
        state.Executions.Add(new(
            call["actionId"], start, time.GetUtcNow() - start, $"{execution.Error?.Status ?? 200}", execution.Error?.Details[0].ErrorCode ?? PlatformExecution.NoError));
        return execution.Error is null ? new(execution.Output) : throw new PlatformException(execution.Error);
    }

    private Execution Run(PlatformCall call, JsonObject action)
    {
        if (call.Body is not JsonObject inputs)
        {
            throw PlatformBody.Refused(new ErrorDetail("not.object", null));
        }

        var violations = SchemaCheck.Violations(action["contract"]!["input"]!["inputSchema"], inputs).ToList();
        return violations.Count == 0 ? new ExecutionRenderer(action, options.Function).Run(inputs) : throw PlatformBody.Refused(violations);
    }

    private JsonObject Published(PlatformCall call) => state.Action(call["actionId"]).Published ?? throw new PlatformException(PlatformError.NotFound);

    private static JsonObject ToJson(ExecutionStep step, int index)
    {
        var json = new JsonObject { ["step"] = index + 1, ["name"] = step.Name, ["success"] = step.Error is null };
        if (step.Result is not null)
        {
            json["result"] = step.Result.DeepClone();
        }

        if (step.Error is not null)
        {
            json["error"] = step.Error.ToJson(Guid.NewGuid().ToString());
        }

        return json;
    }
}
