using GenesysLambdas.Core.JsonReading;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas.Core.Telemetry;

/// <summary>The ids in a request, for finding it in the logs.</summary>
/// <param name="ConversationId">Genesys Cloud's id of the call or chat.</param>
/// <param name="CorrelationId">The caller's correlation id.</param>
internal sealed record RequestOrigin(string? RequestId, string? ConversationId, string? CorrelationId)
{
    private const int MaxLength = 64;

    /// <summary>
    /// Finds the ids in the HTTP request, at the top level of the request, or in its <c>metadata</c>. No input is logged, whatever its name,
    /// except the common input <c>conversationId</c>, which is for the log. In a flat request, inputs and ids share the top level: a member
    /// that the lookup declares as an input is an input.
    /// </summary>
    public static RequestOrigin Find(LookupRequest request, IReadOnlyList<InputContract>? inputs = null)
    {
        var metadata = IsInput("metadata") ? JsonMembers.None : request.Root["metadata"].AsObject();
        return new(
            Id(request.Http?.RequestId ?? "") ?? Read("requestId", Id),
            Uuid(request.Inputs["conversationId"].Written(MaxLength)) ?? Read("conversationId", Uuid),
            Uuid(request.Http?.CorrelationId ?? "") ?? Read("correlationId", Uuid));

        string? Read(string name, Func<string, string?> parse) =>
            (IsInput(name) ? null : parse(request.Root[name].Written(MaxLength))) ?? parse(metadata[name].Written(MaxLength));

        bool IsInput(string name) => request.Dialect == Dialect.Flat && inputs?.Any(input => input.Name == name) == true;
    }

    // Only what looks like an id is logged: a name, or a phone number with a plus sign, is not. API Gateway's ids end in an equals sign.
    private static string? Id(string text) => text.Length is > 0 and <= MaxLength && !text.AsSpan().ContainsAnyExcept(IdCharacters) ? text : null;

    // Genesys Cloud's ids are UUIDs; anything else that an author puts there may be somebody's name or number.
    private static string? Uuid(string text) =>
        Guid.TryParseExact(text, "D", out var id) && id.ToString() is var uuid && uuid.Equals(text, StringComparison.OrdinalIgnoreCase) ? uuid : null;

    private static readonly System.Buffers.SearchValues<char> IdCharacters =
        System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_=");
}
