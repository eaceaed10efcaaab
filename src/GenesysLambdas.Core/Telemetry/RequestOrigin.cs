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

    /// <summary>Finds them in what came with the HTTP request, among the inputs, at the top of the request, or in its <c>metadata</c>.</summary>
    public static RequestOrigin Find(LookupRequest request) => new(
        Read(request, "requestId", Id, http => http.RequestId),
        Read(request, "conversationId", Uuid, _ => default),
        Read(request, "correlationId", Uuid, http => http.CorrelationId));

    private static string? Read(LookupRequest request, string name, Func<string, string?> parse, Func<HttpEvent, JsonElement> ofHttp)
    {
        try
        {
            return Parse(request.Http is { } http ? ofHttp(http) : default)
                ?? In(request.Inputs) ?? In(request.Root) ?? In(InputJson.Member(request.Root, "metadata"));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is well-formed JSON, but not text; and bytes that are not UTF-8 are found only when they are read.
            return null;
        }

        string? In(JsonElement json) => Parse(InputJson.Member(json, name));

        string? Parse(JsonElement id) => id.ValueKind == JsonValueKind.String ? parse(id.GetRawText()[1..^1]) : null;
    }

    // Only what looks like an id is logged: a name, or a phone number with a plus sign, is not. API Gateway's ids end in an equals sign.
    private static string? Id(string text) => text.Length is > 0 and <= MaxLength && !text.AsSpan().ContainsAnyExcept(IdCharacters) ? text : null;

    // Genesys Cloud's ids are UUIDs; anything else that an author puts there may be somebody's name or number.
    private static string? Uuid(string text) =>
        Guid.TryParseExact(text, "D", out var id) && id.ToString() is var uuid && uuid.Equals(text, StringComparison.OrdinalIgnoreCase) ? uuid : null;

    private static readonly System.Buffers.SearchValues<char> IdCharacters =
        System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_=");
}
