namespace GenesysLambdas.Local.StandIns;

public static class StandInAnswer
{
    public static Task AnswerAsync(this HttpContext context, int status, JsonObject answer) =>
        context.Response.WriteAsync(status, answer, "application/json; charset=utf-8");

    /// <summary>Replies with the sample from which <c>new</c> wrote the lookup.</summary>
    public static async Task AnswerWithSampleAsync(this IStandIn standIn, HttpContext context, string lookup)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var sample = standIn.GetType().Assembly.GetManifestResourceStream($"Samples/{lookup}.json")!;
        await sample.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>The JSON object in the request; null if it is anything else.</summary>
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
