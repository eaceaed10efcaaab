using System.Net;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.DataActions;

/// <summary>A data action's output.</summary>
/// <param name="Data">The output, as JSON; empty if there is none.</param>
/// <param name="InvocationId">The <c>invocationId</c> of its output, if it has one.</param>
/// <param name="RequestId">Genesys Cloud's id of the request.</param>
internal sealed record DataActionAnswer(string Data, string InvocationId, string RequestId)
{
    private const int MaxDataBytes = 300 * 1024;

    /// <exception cref="LookupException">The data action did not run, or its output cannot be passed on.</exception>
    public static DataActionAnswer Read(ApiReply reply)
    {
        var isJson = reply.TryReadJson(out var json);
        var mayBeEmpty = reply.Status is HttpStatusCode.Accepted or HttpStatusCode.NoContent;
        var failure = !reply.IsSuccess ? reply.ToFailure()
            : isJson && !Fits(reply.Body, json) ? Failure.UnusableReply("The data action ran, but its reply is too large to pass on", FailureReason.TooLarge)
            : !isJson && reply.IsTooDeep ? Failure.UnusableReply(
                $"The data action ran, but its reply is nested more than {JsonNesting.MaxLevels} levels deep", FailureReason.TooDeep)
            : !isJson && !(mayBeEmpty && reply.Body.IsEmpty) ? Failure.UnusableReply(
                "The data action may have run, but Genesys Cloud's reply is not JSON", FailureReason.NotJson)
            : null;
        return failure is null
            ? new(isJson ? json.GetRawText() : "", isJson ? IdOf(json) : "", RequestIdOf(reply))
            : throw new LookupException(DataActionFailure.Create(reply, failure));
    }

    // Escaping JSON inside a JSON string makes it larger: usually by half, but up to seven times.
    private static bool Fits(ReadOnlyMemory<byte> body, JsonElement json) =>
        body.Length <= MaxDataBytes && (7 * body.Length <= SentSize.MaxJson || SentSize.Of(json.GetRawText()) <= SentSize.MaxJson);

    public static string RequestIdOf(ApiReply reply) =>
        reply.Header("ININ-Correlation-Id") is { Length: > 0 } id ? id : reply.Header("request-id");

    // The output may be anything: the data action has run in any case.
    private static string IdOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && JsonText.IsUnicode(json) && json.TryGetProperty("invocationId"u8, out var id)
        && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? id.ToString()
            : "";
}
