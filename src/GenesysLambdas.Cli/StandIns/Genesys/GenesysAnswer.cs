namespace GenesysLambdas.Cli.StandIns.Genesys;

/// <summary>Replies like Genesys Cloud: each has a correlation id, and all errors have the same form.</summary>
internal static class GenesysAnswer
{
    public static Task ReplyAsync(this HttpContext context, int status, JsonObject answer)
    {
        context.Response.Headers["ININ-Correlation-Id"] = "local-correlation-id";
        return context.AnswerAsync(status, answer);
    }

    public static Task RefuseAsync(this HttpContext context, int status, string code, string message) =>
        context.ReplyAsync(status, new JsonObject { ["message"] = message, ["code"] = code, ["status"] = status });
}
