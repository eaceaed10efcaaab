namespace GenesysLambdas.Publishing.Platform;

/// <summary>What Genesys Cloud objects to, with the place in the action.</summary>
internal static class Objections
{
    /// <summary>Stands for an objection that Genesys Cloud does not put in words.</summary>
    public const string Unexplained = "It does not say why.";

    /// <summary>A line for each objection of an error's body (ErrorBody in Genesys's SDKs).</summary>
    public static IReadOnlyList<string> Read(JsonNode? body)
    {
        if (body is not JsonObject error)
        {
            return [Unexplained];
        }

        var message = Message(error);
        string[] details =
        [
            .. from detail in error.Objects("details")
               select Place(detail) + (detail.Text("errorCode") ?? message),
        ];
        string[] inner = [.. error.Objects("errors").SelectMany(Read)];
        return details.Length + inner.Length == 0 ? [message] : [.. details.Length == 0 ? [] : (string[])[message], .. details, .. inner];
    }

    private static string Message(JsonObject error) => error.Text("message") is { Length: > 0 } message ? message : error.Text("code") ?? Unexplained;

    private static string Place(JsonObject detail) => detail.Text("fieldName") is { Length: > 0 } path ? ActionPlace.Describe(path) + ": " : "";
}
