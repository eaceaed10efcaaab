using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.NewLookups.Outputs;

/// <summary>
/// The members with which APIs describe an error: those of RFC 9457 (problem details), RFC 6749 (OAuth2), GraphQL, JSend, Spring and others.
/// A reply that has nothing else may be an error object with status 200.
/// </summary>
internal static class ErrorMembers
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "code", "detail", "details", "description", "error", "errorcode", "errordescription", "errormessage", "errors", "exception", "fault", "instance",
        "message", "messages", "msg", "ok", "path", "reason", "requestid", "status", "statuscode", "success", "timestamp", "title", "traceid", "type",
    };

    /// <summary>Whether an error object may have a value in this place.</summary>
    public static bool Include(JsonPath path) => path.Steps is [{ Name: { } name }] && Names.Contains(string.Concat(Words.Of(name)));
}
