using System.Net;
using System.Text.Json;
using GenesysLambdas.Answers;

namespace GenesysLambdas.ExternalApis;

/// <summary>What a token endpoint answered.</summary>
/// <param name="reply">Its reply.</param>
/// <param name="farEnd">The endpoint.</param>
internal sealed class TokenAnswer(ApiReply reply, FarEnd farEnd)
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
        RefusesClient ? throw RefusedClient()
        : !reply.IsSuccess ? throw farEnd.ErrorStatus(reply.Status, _error is null ? "" : $", {_error}")
        : AccessToken.Parse(reply.Body) ?? throw farEnd.UnusableReply($"{farEnd.Name}'s answer is not the JSON expected, with a usable access_token");

    // By its code also where the status is 400, as RFC 6749 has it.
    private LookupException RefusedClient() => new(farEnd.ErrorStatus(HttpStatusCode.Unauthorized).Failure with
    {
        Message = $"{farEnd.Name} refused client id and secret",
        ExternalStatus = (int)reply.Status,
    });

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
