namespace GenesysLambdas.Publishing.Platform;

/// <summary>The messages in an error of Genesys Cloud, with their places in the action.</summary>
internal static class ErrorMessages
{
    public const string Unexplained = "It does not say why.";

    /// <summary>A line for each message in an error's body (ErrorBody in Genesys's SDKs).</summary>
    public static IReadOnlyList<string> Read(JsonNode? body)
    {
        if (body is not JsonObject error)
        {
            return [Unexplained];
        }

        var message = error.Text("message") is { Length: > 0 } text ? text : error.Text("code") ?? Unexplained;
        string[] details = [.. error.Objects("details").Select(detail => Place(detail) + (detail.Text("errorCode") ?? message))];
        string[] inner = [.. error.Objects("errors").SelectMany(Read)];
        return details.Length + inner.Length == 0 ? [message] : [.. details.Length == 0 ? [] : (string[])[message], .. details, .. inner];
    }

    private static string Place(JsonObject detail) => detail.Text("fieldName") is { Length: > 0 } path ? ActionPlace.Describe(path) + ": " : "";
}
