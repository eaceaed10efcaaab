namespace GenesysLambdas.Cli.Platform;

/// <summary>What Genesys Cloud objects to, with the place in the action.</summary>
internal static class Objections
{
    /// <summary>A line for each objection of an error's body (ErrorBody in Genesys's SDKs).</summary>
    public static IReadOnlyList<string> Read(JsonNode? body)
    {
        if (body is not JsonObject error)
        {
            return ["It does not say why."];
        }

        var message = Message(error);
        string[] details =
        [
            .. from detail in Items(error["details"])
               select $"{Place(detail["fieldName"])}{detail["errorCode"]?.ToString() ?? message}",
        ];
        string[] inner = [.. Items(error["errors"]).SelectMany(Read)];
        return details.Length + inner.Length == 0 ? [message] : [.. details.Length == 0 ? [] : (string[])[message], .. details, .. inner];
    }

    private static string Message(JsonObject error) => error["message"]?.ToString() is { Length: > 0 } message ? message : error["code"]?.ToString() ?? "It does not say why.";

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string Place(JsonNode? field) => field?.ToString() is { Length: > 0 } path ? ActionPlace.Describe(path) + ": " : "";
}
