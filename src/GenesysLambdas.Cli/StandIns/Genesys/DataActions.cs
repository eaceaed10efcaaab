using System.Globalization;

namespace GenesysLambdas.Cli.StandIns.Genesys;

/// <summary>
/// Data actions that all have the same input contract, return their inputs, and have a history of invocations. If an action's id is an
/// error status, such as 429, 403 or 500, the reply has that status.
/// </summary>
internal static class DataActions
{
    public const string InvocationsPath = "/api/v2/processes/data-actions/{id}/invocations";

    private const int HistoryLength = 120;

    private const string InputSchema = """
        {
          "$schema": "http://json-schema.org/draft-04/schema#",
          "type": "object",
          "required": ["customerId"],
          "properties": {
            "customerId": { "type": "string", "minLength": 1, "maxLength": 64 },
            "channel": { "type": "string", "enum": ["chat", "voice", "email", "web"] },
            "priority": { "type": "integer", "minimum": 1, "maximum": 5 },
            "note": { "type": ["string", "null"] }
          },
          "additionalProperties": true
        }
        """;

    private static readonly string[] Statuses = ["COMPLETED", "COMPLETED", "FAILED", "COMPLETED", "RUNNING"];

    public static void Map(IEndpointRouteBuilder routes, Func<RequestDelegate, RequestDelegate> authenticated)
    {
        routes.MapGet("/api/v2/integrations/actions/{id}", authenticated(context =>
            ErrorStatus(context) is { } status ? RefuseAsync(context, status) : context.ReplyAsync(StatusCodes.Status200OK, Action(context))));
        routes.MapPost("/api/v2/integrations/actions/{id}/execute", authenticated(context => RunAsync(context, StatusCodes.Status200OK, Executed)));
        routes.MapPost(InvocationsPath, authenticated(context => RunAsync(context, StatusCodes.Status202Accepted, Accepted)));
        routes.MapGet(InvocationsPath, authenticated(context =>
            ErrorStatus(context) is { } status ? RefuseAsync(context, status) : context.ReplyAsync(StatusCodes.Status200OK, Page(context.Request.Query))));
    }

    private static async Task RunAsync(HttpContext context, int success, Func<string, JsonObject, JsonObject> answer)
    {
        if (ErrorStatus(context) is { } status)
        {
            await RefuseAsync(context, status);
        }
        else if (await context.ReadAsync() is not { } payload)
        {
            await context.RefuseAsync(StatusCodes.Status400BadRequest, "bad.request", "The request's body must be a JSON object.");
        }
        else
        {
            await context.ReplyAsync(success, answer(Id(context), payload));
        }
    }

    private static JsonObject Action(HttpContext context)
    {
        var action = new JsonObject { ["id"] = Id(context), ["name"] = Id(context), ["category"] = "Local", ["secure"] = false };
        if (Expansion.In(context.Request.QueryString.Value ?? "").Contains("contract"))
        {
            action["contract"] = new JsonObject { ["input"] = new JsonObject { ["inputSchema"] = JsonNode.Parse(InputSchema) } };
        }

        return action;
    }

    private static JsonObject Executed(string id, JsonObject payload) => new() { ["dataActionId"] = id, ["executedWith"] = payload };

    private static JsonObject Accepted(string id, JsonObject payload) => new() { ["invocationId"] = $"{id}-{HistoryLength + 1}" };

    private static JsonObject Page(IQueryCollection query)
    {
        var size = int.TryParse(query["pageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 1, 100) : 25;
        var after = query["nextPage"].ToString().Replace("after-", "", StringComparison.Ordinal);
        var start = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        var end = Math.Min(start + size, HistoryLength);
        var page = new JsonObject { ["entities"] = new JsonArray([.. Enumerable.Range(start + 1, Math.Max(end - start, 0)).Select(Invocation)]) };
        if (end < HistoryLength)
        {
            page["nextPage"] = $"after-{end}";
        }

        return page;
    }

    private static JsonObject Invocation(int number) => new()
    {
        ["invocationId"] = $"invocation-{number}",
        ["status"] = Statuses[number % Statuses.Length],
        ["dateCreated"] = DateTime.UnixEpoch.AddDays(20_000).AddMinutes(number).ToString("O", CultureInfo.InvariantCulture),
    };

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static int? ErrorStatus(HttpContext context) =>
        int.TryParse(Id(context), NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599 ? status : null;

    private static Task RefuseAsync(HttpContext context, int status)
    {
        if (status == StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        return context.RefuseAsync(status, $"local.{status}", $"The data action's id asks for status {status}.");
    }
}
