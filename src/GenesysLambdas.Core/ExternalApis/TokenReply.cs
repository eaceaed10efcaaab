using System.Globalization;
using System.Net;
using GenesysLambdas.Core.JsonReading;
using GenesysLambdas.Core.Secrets;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>What a token endpoint replied.</summary>
internal sealed class TokenReply(ApiReply reply, CalledServer server)
{
    // RFC 6749, section 5.2. Only these are repeated in a message: nothing else in a reply is known to be fit for one.
    private static readonly string[] Errors =
        ["invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope"];

    // For an endpoint that does not say. If a token expires sooner, the API refuses it and it is replaced.
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(5);

    private readonly (Secret Token, TimeSpan Lifetime)? _token = reply.IsSuccess ? Read(reply, TokenIn) : null;

    private string? Error => Read(reply, ErrorIn);

    /// <summary>
    /// Whether it refuses to give this client a token, in whatever way, and would refuse it again: endpoints do not agree on the status and
    /// the error for a client that they do not know.
    /// </summary>
    public bool IsRefusal => _token is null
        && (reply.IsSuccess ? Read(reply, HasError) : (int)reply.Status < 500 && !reply.IsTransient);

    private bool RefusesClient => _token is null && (reply.RefusesCredentials || Error == "invalid_client");

    /// <exception cref="LookupException">It holds no token that a header can carry, or one with an invalid lifetime.</exception>
    public (Secret Token, TimeSpan Lifetime) TokenOrThrow() =>
        RefusesClient ? throw Refused(RefusedClient())
        : !reply.IsSuccess ? throw Refused(server.ErrorStatus(reply.Status, Error is { } error ? $", {error}" : "").Failure)
        : _token ?? throw (reply.IsTooDeep
            ? server.TooDeep()
            : server.UnusableReply($"{server.Name}'s answer is not the JSON expected, with a usable access_token"));

    private LookupException Refused(Failure failure) => new(reply.Explain(failure));

    // The same code even for status 400, which RFC 6749 allows.
    private Failure RefusedClient() => server.ErrorStatus(HttpStatusCode.Unauthorized).Failure with
    {
        Message = $"{server.Name} refused client id and secret",
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

    // Other types of token are sent in ways that are not known here.
    private static bool IsBearer(JsonElement root) =>
        !root.TryGetProperty("token_type"u8, out var type) || type.ValueKind == JsonValueKind.Null
        || (type.ValueKind == JsonValueKind.String && type.GetString()!.Equals("bearer", StringComparison.OrdinalIgnoreCase));

    private static TimeSpan? LifetimeIn(JsonElement root)
    {
        if (!root.TryGetProperty("expires_in"u8, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return DefaultLifetime;
        }

        // Some endpoints send the number as text, or with decimals.
        var text = member.ValueKind == JsonValueKind.String ? member.GetString() : member.GetRawText();
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= int.MaxValue
            ? TimeSpan.FromSeconds((double)seconds)
            : null;
    }
}
