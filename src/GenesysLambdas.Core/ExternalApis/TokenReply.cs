using System.Globalization;
using System.Net;
using GenesysLambdas.Core.JsonReading;
using GenesysLambdas.Core.Secrets;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>What a token endpoint replied.</summary>
internal sealed class TokenReply(ApiReply reply, CalledServer server)
{
    // RFC 6749, section 5.2. Only these are quoted in messages, because anything else in a reply may be private.
    private static readonly string[] Errors =
        ["invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope"];

    // Used if the endpoint does not specify one. A token that expires sooner is replaced when the API refuses it.
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(5);

    private readonly (Secret Token, TimeSpan Lifetime)? _token = reply.IsSuccess ? Read(reply, TokenIn) : null;

    private string? Error => Read(reply, ErrorIn);

    /// <summary>
    /// True if it refuses this client a token and would do so again. Endpoints disagree on the status and
    /// error for an unknown client.
    /// </summary>
    public bool IsRefusal => _token is null
        && (reply.IsSuccess ? Read(reply, HasError) : (int)reply.Status < 500 && !reply.IsTransient);

    private bool RefusesClient => _token is null && (reply.RefusesCredentials || Error == "invalid_client");

    /// <exception cref="LookupException">It contains no token that a header can carry, or an invalid lifetime.</exception>
    public (Secret Token, TimeSpan Lifetime) TokenOrThrow() =>
        RefusesClient ? throw Refused(RefusedClient())
        : !reply.IsSuccess ? throw Refused(server.ErrorStatus(reply.Status, Error is { } error ? $", {error}" : "").Failure)
        : _token ?? throw (reply.IsTooDeep
            ? server.TooDeep()
            : server.UnusableReply($"{server.Name}'s reply does not contain a usable access_token"));

    private LookupException Refused(Failure failure) => new(reply.Explain(failure));

    // The same code even for status 400, which RFC 6749 allows.
    private Failure RefusedClient() => server.ErrorStatus(HttpStatusCode.Unauthorized).Failure with
    {
        Message = $"{server.Name} refused the client id and secret",
        ExternalStatus = (int)reply.Status,
    };

    private static T? Read<T>(ApiReply reply, Func<JsonElement, T?> read) =>
        reply.TryReadJson(out var json) && json.ValueKind == JsonValueKind.Object && JsonText.IsUnicode(json) ? read(json) : default;

    private static bool HasError(JsonElement root) => root.TryGetProperty("error"u8, out var error) && error.ValueKind != JsonValueKind.Null;

    private static string? ErrorIn(JsonElement root) =>
        root.TryGetProperty("error"u8, out var error) && error.ValueKind == JsonValueKind.String ? Array.Find(Errors, error.ValueEquals) : null;

    // RFC 6749, section 5.1.
    private static (Secret Token, TimeSpan Lifetime)? TokenIn(JsonElement root) =>
        IsBearer(root) && root.TryGetProperty("access_token"u8, out var member) && member.ValueKind == JsonValueKind.String
        && member.GetString() is { Length: > 0 } token && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
        && LifetimeIn(root) is { } lifetime
            ? (Secret.FromToken(token), lifetime)
            : null;

    // Other token types are not supported.
    private static bool IsBearer(JsonElement root) =>
        !root.TryGetProperty("token_type"u8, out var type) || type.ValueKind == JsonValueKind.Null
        || (type.ValueKind == JsonValueKind.String && type.GetString()!.Equals("bearer", StringComparison.OrdinalIgnoreCase));

    private static TimeSpan? LifetimeIn(JsonElement root)
    {
        if (!root.TryGetProperty("expires_in"u8, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return DefaultLifetime;
        }

        // Some endpoints send a string, or decimals.
        var text = member.ValueKind == JsonValueKind.String ? member.GetString() : member.GetRawText();
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= int.MaxValue
            ? TimeSpan.FromSeconds((double)seconds)
            : null;
    }
}
