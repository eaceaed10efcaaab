using System.Net;
using System.Text.Json;

namespace Amazon.SecretsManager;

/// <summary>A response of AWS's JSON 1.1 protocol.</summary>
internal sealed class AwsJsonResponse
{
    private readonly string? _message;

    public AwsJsonResponse(HttpResponseMessage response, byte[] body)
    {
        (Status, Body, RequestId) = (response.StatusCode, body, Header(response, "x-amzn-RequestId"));
        if (!IsSuccess)
        {
            // An address may follow the type.
            (ErrorCode, _message) = ReadError(Header(response, "x-amzn-ErrorType")?.Split(':')[0], body);
        }
    }

    public HttpStatusCode Status { get; }

    public string? RequestId { get; }

    public byte[] Body { get; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The error's name without namespace; null if the response has none.</summary>
    public string? ErrorCode { get; }

    public string Message => _message ?? $"The service answered {(int)Status}{(ErrorCode is null ? "" : $" {ErrorCode}")}.";

    /// <summary>Whether the same request may succeed later.</summary>
    public bool MayPass => (int)Status is 429 or 500 or 502 or 503 or 504
        || ErrorCode is "ThrottlingException" or "Throttling" or "ThrottledException" or "TooManyRequestsException"
            or "RequestLimitExceeded" or "RequestThrottled" or "RequestThrottledException" or "RequestTimeout" or "RequestTimeoutException";

    // In the order in which AWSSDK.Core's JsonErrorResponseUnmarshaller looks for the type.
    private static (string? Code, string? Message) ReadError(string? errorType, byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var type = Text(json.RootElement, "__type") ?? errorType ?? Text(json.RootElement, "code");
            return (Name(type), Text(json.RootElement, "message") ?? Text(json.RootElement, "Message"));
        }
        catch (JsonException)
        {
            // Not from the service, but from something in between, unless the header says otherwise.
            return (Name(errorType), null);
        }
    }

    // A namespace may stand before the name.
    private static string? Name(string? type) => type?.Split('#')[^1];

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var value) ? value.ToString() : null;
}
