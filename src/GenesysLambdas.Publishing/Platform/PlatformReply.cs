using System.Net;

namespace GenesysLambdas.Publishing.Platform;

/// <param name="CorrelationId">The id by which Genesys can find the request; null if the reply has none.</param>
/// <param name="RetryAfter">How long it asks us to wait; null if it does not.</param>
public sealed record PlatformReply(HttpStatusCode Status, string Text, string? CorrelationId, TimeSpan? RetryAfter)
{
    private static readonly JsonDocumentOptions Unambiguous = new() { AllowDuplicateProperties = false };

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public static async Task<PlatformReply> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        // Always UTF-8, whatever a proxy says: .NET would throw for an encoding it does not know.
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
