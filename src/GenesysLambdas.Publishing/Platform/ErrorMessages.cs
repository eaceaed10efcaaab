namespace GenesysLambdas.Publishing.Platform;

/// <summary>The messages in an error from Genesys Cloud, with their places in the action.</summary>
internal static class ErrorMessages
{
    public const string Unexplained = "No reason was given.";

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

/// <summary>A place in an action, in words.</summary>
internal static class ActionPlace
{
    public static string Describe(string path)
    {
        var names = path.Split('.');
        return Property(names, "inputSchema", "input") ?? Property(names, "successSchema", "output") ?? names[^1] switch
        {
            "requestUrlTemplate" => "the function's ARN",
            "requestTemplate" => "the request template",
            "successTemplate" => "the success template",
            "timeoutSeconds" => "the time-out",
            _ => path,
        };
    }

    private static string? Property(string[] names, string schema, string kind)
    {
        var properties = Array.IndexOf(names, schema) + 1;
        return properties > 0 && names.Length > properties + 1 && names[properties] == "properties"
            ? string.Join(", ", [$"{kind} {names[properties + 1]}", .. names[(properties + 2)..]])
            : null;
    }
}
