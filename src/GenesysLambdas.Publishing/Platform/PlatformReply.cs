using System.Net;

namespace GenesysLambdas.Publishing.Platform;

/// <param name="CorrelationId">By which Genesys finds the request; null: it names none.</param>
/// <param name="RetryAfter">How long it asks to wait; null: it does not.</param>
public sealed record PlatformReply(HttpStatusCode Status, string Text, string? CorrelationId, TimeSpan? RetryAfter)
{
    private static readonly JsonDocumentOptions Unambiguous = new() { AllowDuplicateProperties = false };

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public static async Task<PlatformReply> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        // UTF-8, whatever a proxy says: an encoding that is unknown here would be an exception.
        response.Content.Headers.ContentType?.CharSet = null;
        return new(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(cancellationToken),
            response.Headers.TryGetValues("ININ-Correlation-Id", out var ids) ? PlainText.Escape(ids.First()) : null,
            response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } => date - time.GetUtcNow(),
                _ => null,
            });
    }

    public JsonNode? Json()
    {
        try
        {
            return JsonNode.Parse(Text, documentOptions: Unambiguous);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
