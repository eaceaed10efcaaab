using GenesysLambdas.Cli.Platform;

namespace GenesysLambdas.Cli.Publishing;

/// <summary>What became of an action that Genesys Cloud ran.</summary>
/// <param name="Steps">What Genesys Cloud did, in order; empty for a run as in a flow.</param>
/// <param name="Output">The action's output; null: there is none.</param>
/// <param name="Objections">Why there is none.</param>
internal sealed record ActionTest(IReadOnlyList<TestStep> Steps, JsonNode? Output, IReadOnlyList<string> Objections)
{
    /// <summary>Runs an action's own test, which tells its steps; null: there is no such action.</summary>
    /// <param name="path">The path of the action or of its draft.</param>
    public static async Task<ActionTest?> RunAsync(PlatformClient client, string path, JsonObject inputs, CancellationToken cancellationToken)
    {
        if (await client.FindAsync(PlatformRequest.Post(path + "/test", inputs, "test the action", Permissions.ExecuteActions), cancellationToken) is not { } reply)
        {
            return null;
        }

        var steps = (reply["operations"] as JsonArray ?? []).OfType<JsonObject>().Select(TestStep.Read).OrderBy(step => step.Number).ToList();
        return reply["success"]?.GetValue<bool>() == true
            ? new(steps, reply["finalResult"], [])
            : new(steps, null, Platform.Objections.Read(reply["error"]));
    }

    /// <summary>Runs an action as a flow does; null: there is no such action.</summary>
    public static async Task<ActionTest?> ExecuteAsync(PlatformClient client, string path, JsonObject inputs, CancellationToken cancellationToken) =>
        await client.FindAsync(PlatformRequest.Post(path + "/execute", inputs, "run the action", Permissions.ExecuteActions), cancellationToken) is { } output
            ? new([], output, [])
            : null;
}

/// <summary>A step of a test.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Name">What Genesys Cloud calls it.</param>
/// <param name="Result">What came of it; null: nothing.</param>
/// <param name="Objections">Why it failed; empty: it did not.</param>
internal sealed record TestStep(int Number, string Name, JsonNode? Result, IReadOnlyList<string> Objections)
{
    public static TestStep Read(JsonObject operation) => new(
        operation["step"]?.GetValue<int>() ?? 0,
        operation["name"]?.ToString() ?? "",
        operation["result"],
        operation["success"]?.GetValue<bool>() == true ? [] : Platform.Objections.Read(operation["error"]));
}
