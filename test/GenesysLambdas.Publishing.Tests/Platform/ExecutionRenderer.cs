using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// Runs an action: its inputs through the request template to the function, and the reply through translation map and success
/// template to outputs. It knows two pairs of templates, the suite's and Genesys Cloud's defaults; any other fails, as this is
/// not Velocity. What a template does: help.mypurecloud.com/?p=138534.
/// </summary>
/// <remarks>
/// No public source names the steps: a client must not count on these names. How a failed function is reported:
/// community.genesys.com, "Passing HTTP return codes from Genesys Cloud Function" (ACTION.REMOTE_ENDPOINT); the code
/// ACTION.PROCESSING follows the names on help.mypurecloud.com/articles/data-action-fails-during-testing.
/// </remarks>
internal sealed class ExecutionRenderer(JsonObject action, Func<FunctionCall, JsonNode?> function)
{
    private readonly List<ExecutionStep> _steps = [];

    public Execution Run(JsonObject inputs)
    {
        try
        {
            var url = (string)action["config"]!["request"]!["requestUrlTemplate"]!;
            var request = Step("Render the request", () => Request(inputs));
            var reply = Step("Call the function", () => function(new FunctionCall(url, request!.DeepClone(), inputs.DeepClone().AsObject()))?.DeepClone());
            var output = Step("Render the outputs", () => Output(reply));
            Step("Check the outputs", () => Checked(output));
            return new Execution(_steps, output, Error: null);
        }
        catch (PlatformException exception)
        {
            return new Execution(_steps, Output: null, exception.Error);
        }
    }

    private JsonNode? Step(string name, Func<JsonNode?> act)
    {
        try
        {
            var result = act();
            _steps.Add(new ExecutionStep(name, result, Error: null));
            return result;
        }
        catch (Exception exception) when (exception is FunctionError or JsonException or PlatformException)
        {
            var (code, what) = exception is FunctionError ? ("ACTION.REMOTE_ENDPOINT", $"The function failed: {exception.Message}") : ("ACTION.PROCESSING", exception.Message);
            var error = new PlatformError(500, "internal.server.error", "The action failed.")
            {
                Details = [new ErrorDetail(code, null)],
                Errors = [new PlatformError(500, "INTERNAL_SERVER_ERROR", what)],
            };
            _steps.Add(new ExecutionStep(name, Result: null, error));
            throw new PlatformException(error);
        }
    }

    private JsonNode? Request(JsonObject inputs) => (string?)action["config"]!["request"]!["requestTemplate"] switch
    {
        """{"inputs": ${input.rawRequest}}""" => new JsonObject { ["inputs"] = inputs.DeepClone() },
        "${input.rawRequest}" => inputs.DeepClone(),
        var other => throw Unknown(other),
    };

    private JsonNode? Output(JsonNode? reply)
    {
        var response = action["config"]!["response"];
        var map = (response?["translationMap"] as JsonObject ?? []).Select(pair => (pair.Key, (string?)pair.Value)).ToList();
        return ((string?)response?["successTemplate"], map) switch
        {
            ("${rawResult}", []) => reply?.DeepClone(),
            // A path that finds nothing leaves the template's text as it is, which is not JSON.
            ("${result}", [("result", "$.result")]) when reply is JsonObject members && members.ContainsKey("result") => members["result"]?.DeepClone(),
            ("${result}", [("result", "$.result")]) => throw new JsonException("The outputs are not JSON: ${result}"),
            var (template, _) => throw Unknown(template),
        };
    }

    private JsonNode? Checked(JsonNode? output)
    {
        var violations = SchemaCheck.Violations(action["contract"]!["output"]!["successSchema"], output)
            .Select(violation => $"{violation.FieldName} ({violation.ErrorCode})")
            .ToList();
        return violations.Count == 0 ? null : throw new PlatformException(
            PlatformError.BadRequest($"The outputs do not fit the contract: {string.Join(", ", violations)}"));
    }

    private static PlatformException Unknown(string? template) => new(PlatformError.BadRequest($"The stand-in does not know the template: {template}"));
}

/// <param name="Name">What was done.</param>
/// <param name="Result">What came of it; null: nothing to show.</param>
/// <param name="Error">Null: it worked.</param>
internal sealed record ExecutionStep(string Name, JsonNode? Result, PlatformError? Error);

/// <param name="Steps">In the order in which they were done.</param>
/// <param name="Output">The outputs.</param>
/// <param name="Error">Null: it worked.</param>
internal sealed record Execution(IReadOnlyList<ExecutionStep> Steps, JsonNode? Output, PlatformError? Error);
