using System.Net;
using System.Text.Json;
using GenesysLambdas.Answers;

namespace GenesysLambdas.ExternalApis;

/// <summary>What a token endpoint answered.</summary>
/// <param name="reply">Its reply.</param>
/// <param name="setting">The setting that names the endpoint.</param>
internal sealed class TokenAnswer(ApiReply reply, string setting)
{
    // RFC 6749, section 5.2. Only these are repeated in a message: whatever else a reply says may not be fit for one.
    private static readonly string[] Errors =
        ["invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope"];

    private readonly string? _error = reply.Status == HttpStatusCode.BadRequest ? ErrorOf(reply.Body) : null;

    /// <summary>Whether it does not know client id and secret.</summary>
    public bool RefusesClient => reply.RefusesCredentials || _error == "invalid_client";

    /// <summary>The token.</summary>
    /// <exception cref="LookupException">There is none.</exception>
    public AccessToken TokenOrThrow() =>
        RefusesClient ? throw Failed(ErrorCode.ExternalApiUnauthorized, "The token endpoint refused client id and secret")
        : reply.Status == HttpStatusCode.TooManyRequests ? throw Failed(ErrorCode.ExternalApiThrottled, "The token endpoint is being asked too often")
        : !reply.IsSuccess ? throw Failed(ErrorCode.ExternalApiError, $"The token endpoint answered with status {(int)reply.Status}{Because}")
        : AccessToken.Parse(reply.Body) ?? throw Unusable();

    private string Because => _error is null ? "" : $", {_error}";

    private LookupException Failed(ErrorCode code, string message) =>
        new(new Failure(code, message) { Reason = FailureReason.ErrorStatus, ExternalStatus = (int)reply.Status, Subject = setting });

    private LookupException Unusable() =>
        new(ApiFailures.UnusableReply("The token endpoint's answer is not the JSON expected, with a usable access_token").Failure with { Subject = setting });

    private static string? ErrorOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error"u8, out var error)
                && error.ValueKind == JsonValueKind.String
                    ? Array.Find(Errors, error.ValueEquals)
                    : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
