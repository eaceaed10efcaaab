using System.Text.Json;
using GenesysLambdas.Requests;

namespace GenesysLambdas.Telemetry;

/// <summary>The ids that a request came with, by which one call is found in the logs.</summary>
/// <param name="RequestId">The caller's own id of the request.</param>
/// <param name="ConversationId">Genesys Cloud's id of the call or chat.</param>
/// <param name="CorrelationId">The id that the caller groups requests by.</param>
internal sealed record RequestOrigin(string? RequestId, string? ConversationId, string? CorrelationId)
{
    private const int MaxLength = 64;

    /// <summary>Finds them among the inputs, at the top of the request, or in its <c>metadata</c>.</summary>
    public static RequestOrigin Find(LookupRequest request) => new(
        Read(request, "requestId", Id),
        Read(request, "conversationId", Uuid),
        Read(request, "correlationId", Uuid));

    private static string? Read(LookupRequest request, string name, Func<string, string?> parse)
    {
        try
        {
            return In(request.Inputs) ?? In(request.Root) ?? In(Member(request.Root, "metadata"));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is well-formed JSON, but not text; and bytes that are not UTF-8 are found only when they are read.
            return null;
        }

        string? In(JsonElement json) => Member(json, name) is { ValueKind: JsonValueKind.String } member ? parse(member.GetRawText()[1..^1]) : null;
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;

    // Only what looks like an id is logged: a name, or a phone number with a plus sign, is not.
    private static string? Id(string text) => text.Length is > 0 and <= MaxLength && !text.AsSpan().ContainsAnyExcept(IdCharacters) ? text : null;

    // Genesys Cloud's ids are UUIDs; anything else that an author puts there may be somebody's name or number.
    private static string? Uuid(string text) =>
        Guid.TryParseExact(text, "D", out var id) && id.ToString() is var uuid && uuid.Equals(text, StringComparison.OrdinalIgnoreCase) ? uuid : null;

    private static readonly System.Buffers.SearchValues<char> IdCharacters =
        System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");
}
