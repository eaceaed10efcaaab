using System.Net;
using System.Security.Authentication;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>Explains platform API failures, and says what to do.</summary>
internal static class PlatformProblem
{
    public static ToolException Refused(PlatformRequest request, PlatformReply reply) => new(Sentence(request, reply) + Reference(reply));

    public static ToolException NotAnObject(PlatformRequest request, PlatformReply reply) => new(
        $"Tried to {request.What}, but Genesys Cloud's reply, with status {(int)reply.Status}, is not a JSON object. {Again(request)}{Reference(reply)}");

    public static ToolException Lacks(PlatformRequest request, string member) =>
        new($"Tried to {request.What}, but in Genesys Cloud's reply '{member}' is missing or invalid. {Again(request)}");

    public static ToolException NoReply(PlatformRequest request, PlatformRegion region, HttpRequestException exception) => exception switch
    {
        { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.Unknown } =>
            new($"The connection was lost while trying to {request.What}. {Again(request)}"),
        { InnerException: AuthenticationException } =>
            new($"The certificate of Genesys Cloud in {region.Domain} is not trusted: {Reason(exception)}. "
                + "If a proxy in your network decrypts TLS, this machine must trust the proxy's certificate."),
        _ => new($"Cannot reach Genesys Cloud in {region.Domain} to {request.What}: {Reason(exception)}. "
            + "Is the region correct, and is the network reachable?"),
    };

    public static ToolException NoReplyInTime(PlatformRequest request) =>
        new($"Timed out trying to {request.What}. {Again(request)}");

    private static string Sentence(PlatformRequest request, PlatformReply reply) => reply.Status switch
    {
        _ when IsConflict(reply) => $"Could not {request.What}: someone else has changed it in Genesys Cloud. Run the command again, and check its plan.",
        HttpStatusCode.Unauthorized =>
            $"Could not {request.What}: Genesys Cloud rejected the access token it just issued. Is the OAuth client still active?",
        HttpStatusCode.Forbidden => $"The OAuth client may not {request.What}: its role needs the permission {Permission(reply) ?? request.Permission}.",
        HttpStatusCode.NotFound => $"Could not {request.What}: it is no longer in Genesys Cloud. Run the command again.",
        HttpStatusCode.TooManyRequests => $"Could not {request.What}: too many requests. Run the command again in {Wait(reply)}.",
        >= HttpStatusCode.InternalServerError => $"Tried to {request.What}, but Genesys Cloud failed with status {(int)reply.Status}. {Again(request)}",
        _ => $"Genesys Cloud refused to {request.What} ({(int)reply.Status}):\n"
            + string.Concat(ErrorMessages.Read(reply.Json()).Select(message => $"  {message}\n")),
    };

    // Genesys Cloud's Terraform provider knows both (genesyscloud/util/util_retries.go).
    private static bool IsConflict(PlatformReply reply) => reply.Status == HttpStatusCode.Conflict
        || (reply.Status == HttpStatusCode.BadRequest && reply.Text.Contains("does not match the current version", StringComparison.Ordinal));

    // A request that changes nothing can simply be sent again.
    private static string Again(PlatformRequest request) => request.IsSafe ? "Try again." : "It is not known whether this was done.";

    private static string Wait(PlatformReply reply) => reply.RetryAfter is { } wait ? $"{Math.Ceiling(wait.TotalMinutes):F0} minutes" : "a few minutes";

    // The innermost exception has the reason.
    private static string Reason(HttpRequestException exception) => exception.GetBaseException().Message.TrimEnd('.');

    private static string Reference(PlatformReply reply) => reply.CorrelationId is { } id ? $" (For Genesys's support: correlation id {id}.)" : "";

    private static string? Permission(PlatformReply reply) =>
        reply.Json().Text("messageParams", "permissions")?.Trim('[', ']', ' ') is { Length: > 0 } permissions
            ? permissions.Replace(", ", " or ", StringComparison.Ordinal)
            : null;
}
