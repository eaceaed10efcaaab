namespace GenesysLambdas.Local.StandIns;

/// <summary>Reads and writes the stand-ins' JSON.</summary>
public static class StandInAnswer
{
    /// <summary>Answers with JSON.</summary>
    public static Task AnswerAsync(this HttpContext context, int status, JsonObject answer) =>
        context.Response.WriteAsync(status, answer, "application/json; charset=utf-8");

    /// <summary>Answers with the reply from which <c>new</c> made a lookup.</summary>
    public static async Task AnswerWithSampleAsync(this IStandIn standIn, HttpContext context, string lookup)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var sample = standIn.GetType().Assembly.GetManifestResourceStream($"Samples/{lookup}.json")!;
        await sample.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>The request's JSON object; null if it is something else.</summary>
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
