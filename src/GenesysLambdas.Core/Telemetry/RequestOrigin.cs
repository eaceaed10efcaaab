using System.Text.Json;
using GenesysLambdas.Requests;

namespace GenesysLambdas.Telemetry;

/// <summary>The ids that a request came with, by which one call is found in the logs.</summary>
/// <param name="RequestId">The caller's own id of the request.</param>
/// <param name="ConversationId">Genesys Cloud's id of the call or chat.</param>
/// <param name="CorrelationId">The id of whatever the caller groups requests by.</param>
internal sealed record RequestOrigin(string? RequestId, string? ConversationId, string? CorrelationId)
{
    private const int MaxLength = 64;

    /// <summary>Finds them in the inputs, in <c>metadata</c>, and beside <c>data</c>.</summary>
    public static RequestOrigin Of(LookupRequest request) => new(
        Find(request, "requestId"),
        Find(request, "conversationId"),
        Find(request, "correlationId"));

    private static string? Find(LookupRequest request, string name)
    {
        try
        {
            return Id(request.Inputs, name) ?? Id(request.Root, name) ?? Id(Member(request.Root, "metadata"), name);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is well-formed JSON, but no text; and bytes that are no UTF-8 are found only when they are read.
            return null;
        }
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;

    // Only what looks like an id is one: whoever puts a name or a number with a plus sign there does not put it into the log.
    private static string? Id(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } member
        && member.GetRawText().AsSpan().Trim('"') is { Length: > 0 and <= MaxLength } id
        && !id.ContainsAnyExcept(IdCharacters)
            ? id.ToString()
            : null;

    private static readonly System.Buffers.SearchValues<char> IdCharacters =
        System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");
}
