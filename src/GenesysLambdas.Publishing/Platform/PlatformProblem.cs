using System.Net;
using System.Security.Authentication;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>What went wrong at the platform API, in sentences that say what to do.</summary>
internal static class PlatformProblem
{
    public static ToolException Refused(PlatformRequest request, PlatformReply reply) => new(Sentence(request, reply) + Reference(reply));

    public static ToolException NotAnObject(PlatformRequest request, PlatformReply reply) => new(
        $"Asked to {request.What}, Genesys Cloud answered {(int)reply.Status} with something that is not a JSON object. {Again(request)}{Reference(reply)}");

    public static ToolException Lacks(PlatformRequest request, string member) =>
        new($"Asked to {request.What}, Genesys Cloud answered without '{member}', or with one that makes no sense. {Again(request)}");

    public static ToolException NoReply(PlatformRequest request, PlatformRegion region, HttpRequestException exception) => exception switch
    {
        { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.Unknown } =>
            new($"The connection broke while Genesys Cloud was to {request.What}. {Again(request)}"),
        { InnerException: AuthenticationException } =>
            new($"Genesys Cloud in {region.Domain} cannot be trusted: {Reason(exception)}. "
                + "If a proxy of your network decrypts TLS, this machine must trust its certificate."),
        _ => new($"Cannot reach Genesys Cloud in {region.Domain} to {request.What}: {Reason(exception)}. "
            + "Is the region right, and is there a way to the internet?"),
    };

    public static ToolException NoReplyInTime(PlatformRequest request) =>
        new($"Genesys Cloud did not {request.What} in time. {Again(request)}");

    private static string Sentence(PlatformRequest request, PlatformReply reply) => reply.Status switch
    {
        _ when IsConflict(reply) => $"Could not {request.What}: someone changed it in Genesys Cloud meanwhile. Run the command again, and look at its plan.",
        HttpStatusCode.Unauthorized =>
            $"Could not {request.What}: Genesys Cloud refuses the access token that it has just issued. Is the OAuth client still active?",
        HttpStatusCode.Forbidden => $"The OAuth client may not {request.What}: its role needs the permission {Permission(reply) ?? request.Permission}.",
        HttpStatusCode.NotFound => $"Could not {request.What}: it is no longer in Genesys Cloud. Run the command again.",
        HttpStatusCode.TooManyRequests => $"Could not {request.What}: too many requests. Run the command again in {Wait(reply)}.",
        >= HttpStatusCode.InternalServerError => $"Asked to {request.What}, Genesys Cloud failed with {(int)reply.Status}. {Again(request)}",
        _ => $"Genesys Cloud refuses to {request.What} ({(int)reply.Status}):\n"
            + string.Concat(ErrorMessages.Read(reply.Json()).Select(message => $"  {message}\n")),
    };

    // Genesys Cloud's Terraform provider knows both (genesyscloud/util/util_retries.go).
    private static bool IsConflict(PlatformReply reply) => reply.Status == HttpStatusCode.Conflict
        || (reply.Status == HttpStatusCode.BadRequest && reply.Text.Contains("does not match the current version", StringComparison.Ordinal));

    // What has no effect is certain not to be half done.
    private static string Again(PlatformRequest request) => request.IsSafe ? "Try again." : "Whether it was done is not known.";

    private static string Wait(PlatformReply reply) => reply.RetryAfter is { } wait ? $"{Math.Ceiling(wait.TotalMinutes):F0} minutes" : "a few minutes";

    // The outermost message refers to the innermost, which has the reason.
    private static string Reason(HttpRequestException exception) => exception.GetBaseException().Message.TrimEnd('.');

    private static string Reference(PlatformReply reply) => reply.CorrelationId is { } id ? $" (For Genesys's support: correlation id {id}.)" : "";

    private static string? Permission(PlatformReply reply) =>
        reply.Json().Text("messageParams", "permissions")?.Trim('[', ']', ' ') is { Length: > 0 } permissions
            ? permissions.Replace(", ", " or ", StringComparison.Ordinal)
            : null;
}
