namespace GenesysLambdas.Cli.StandIns;

/// <summary>How stand-ins answer and read: JSON.</summary>
internal static class StandInAnswer
{
    public static Task AnswerAsync(this HttpContext context, int status, JsonObject answer) =>
        context.Response.WriteAsync(status, answer, "application/json; charset=utf-8");

    /// <summary>The request's JSON object, or null when it is none.</summary>
    public static async Task<JsonObject?> ReadAsync(this HttpContext context)
    {
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
