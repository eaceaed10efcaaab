using System.Net;

namespace GenesysLambdas.Cli.Platform;

/// <summary>What went wrong at the platform API, in sentences that say what to do.</summary>
internal static class PlatformProblem
{
    public static ToolException Refused(PlatformRequest request, PlatformReply reply) => new(Sentence(request, reply) + Reference(reply));

    public static ToolException NotJson(PlatformRequest request, PlatformReply reply) =>
        new($"Genesys Cloud was to {request.What}, and answered {(int)reply.Status} with something that is not JSON. {Again(request)}{Reference(reply)}");

    public static ToolException NoReply(PlatformRequest request, PlatformRegion region, HttpRequestException exception) =>
        exception.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.Unknown
            ? new($"Genesys Cloud broke off its answer when it was to {request.What}. {Again(request)}")
            : new($"Cannot reach Genesys Cloud in {region.Domain} to {request.What}: {exception.Message.TrimEnd('.')}. Is the region right, and is there a way to the internet?");

    public static ToolException NoReplyInTime(PlatformRequest request) =>
        new($"Genesys Cloud did not answer in time when it was to {request.What}. {Again(request)}");

    private static string Sentence(PlatformRequest request, PlatformReply reply) => reply.Status switch
    {
        _ when IsConflict(reply) => $"Someone changed it in Genesys Cloud before this command could {request.What}: run the command again, and look at its plan.",
        HttpStatusCode.Unauthorized => $"Genesys Cloud refuses the access token that it has just given, and does not {request.What}. Is the OAuth client still active?",
        HttpStatusCode.Forbidden => $"The OAuth client may not {request.What}: its role needs the permission {Permission(reply) ?? request.Permission}.",
        HttpStatusCode.NotFound => $"There is nothing to {request.What} any more: it was deleted in Genesys Cloud. Run the command again.",
        HttpStatusCode.TooManyRequests => $"Genesys Cloud takes no more requests for now, and does not {request.What}: run the command again in a few minutes.",
        >= HttpStatusCode.InternalServerError => $"Genesys Cloud failed with {(int)reply.Status} when it was to {request.What}. {Again(request)}",
        _ => $"Genesys Cloud refuses to {request.What} ({(int)reply.Status}):\n{string.Join('\n', Objections.Read(reply.Json()).Select(objection => "  " + objection))}",
    };

    // Genesys Cloud's Terraform provider knows both (genesyscloud/util/util_retries.go).
    private static bool IsConflict(PlatformReply reply) => reply.Status == HttpStatusCode.Conflict
        || (reply.Status == HttpStatusCode.BadRequest && reply.Text.Contains("does not match the current version", StringComparison.Ordinal));

    // What has no effect is certain not to be half done.
    private static string Again(PlatformRequest request) => request.IsSafe
        ? "Try again."
        : "Whether it was done is not known: run the command again, which looks first.";

    private static string Reference(PlatformReply reply) => reply.CorrelationId is { } id ? $" (For Genesys's support: correlation id {id}.)" : "";

    private static string? Permission(PlatformReply reply) =>
        reply.Json()?["messageParams"]?["permissions"]?.ToString().Trim('[', ']', ' ') is { Length: > 0 } permissions
            ? permissions.Replace(", ", " or ", StringComparison.Ordinal)
            : null;
}
