using System.Net;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Publishing.Live;

/// <summary>The result of running an action in Genesys Cloud.</summary>
/// <param name="Steps">What Genesys Cloud did, in order; empty for a run as in a flow.</param>
public sealed record ActionTest(IReadOnlyList<TestStep> Steps, JsonNode? Output, IReadOnlyList<string> Errors)
{
    /// <summary>Runs an action's own test, which reports its steps; null if there is no such action.</summary>
    public static Task<ActionTest?> RunAsync(PlatformClient client, string path, JsonObject inputs, CancellationToken cancellationToken) =>
        SendAsync(client, PlatformRequest.Post(path + "/test", inputs, "test the action", Permissions.ExecuteActions), Read, cancellationToken);

    /// <summary>Runs an action as a flow does; null if there is no such action.</summary>
    public static Task<ActionTest?> ExecuteAsync(PlatformClient client, string path, JsonObject inputs, CancellationToken cancellationToken)
    {
        var request = PlatformRequest.Post(path + "/execute", inputs, "run the action", Permissions.ExecuteActions);
        return SendAsync(client, request, output => new([], output, []), cancellationToken);
    }

    private static async Task<ActionTest?> SendAsync(
        PlatformClient client, PlatformRequest request, Func<JsonObject, ActionTest> read, CancellationToken cancellationToken)
    {
        var reply = await client.AskAsync(request, cancellationToken);
        return (reply.Status, reply.Json() as JsonObject) switch
        {
            (HttpStatusCode.NotFound, _) => null,
            // The inputs do not match the contract, or the action fails.
            (HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError, { } error) => new([], null, ErrorMessages.Read(error)),
            (_, { } result) when reply.IsSuccess => read(result),
            _ => throw (reply.IsSuccess ? PlatformProblem.NotAnObject(request, reply) : PlatformProblem.Refused(request, reply)),
        };
    }

    private static ActionTest Read(JsonObject reply)
    {
        List<TestStep> steps = [.. reply.Objects("operations").Select(TestStep.Read).OrderBy(step => step.Number)];
        return reply.Value<bool>("success") == true
            ? new(steps, reply["finalResult"], [])
            : new(steps, null, ErrorMessages.Read(reply["error"]));
    }
}

public sealed record TestStep(int Number, string Name, IReadOnlyList<string> Errors)
{
    public static TestStep Read(JsonObject operation) => new(
        operation.Value<int>("step") ?? 0,
        operation.Text("name") ?? "",
        operation.Value<bool>("success") == true ? [] : ErrorMessages.Read(operation["error"]));
}
