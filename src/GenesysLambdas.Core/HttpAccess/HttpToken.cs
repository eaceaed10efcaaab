using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Core.JsonReading;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas.Core.HttpAccess;

/// <summary>The token that an HTTP request carries.</summary>
internal static class HttpToken
{
    private const string Scheme = "Bearer ";
    private const int MaxLength = 8 * 1024;

    // More than all headers of a request may take (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html).
    private const int MaxIdentity = 64 * 1024;

    /// <summary>Whether it can be a token: visible ASCII without a comma, which separates the values of a repeated header.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength && !text.AsSpan().ContainsAnyExceptInRange('!', '~') && !text.Contains(',', StringComparison.Ordinal);

    /// <summary>Reads the token from a header: a bearer token in Authorization, or a bare one in another header.</summary>
    /// <returns>The token; or null, and the problem, worded to follow "refused:".</returns>
    public static (string? Token, string Problem) Read(HttpEvent? request, string header)
    {
        const string notText = "the event has a header that is not valid Unicode, or an invalid identity source";
        try
        {
            return request is not { AsksForAuthorization: true } ? (null, "the event is not an authorizer event in payload format 2.0")
                : request.Header(header) is not { Kind: JsonValueKind.String } value ? (null, "the token header is missing or repeated")
                : value.Text() is not { } text ? (null, notText)
                : !IsIdentity(request.IdentitySource, text) ? (null, "the token header is not an identity source of the authorizer")
                : Bare(text, header) is { } token && IsValid(token) ? (token, "")
                : (null, "the token header does not contain a token");
        }
        catch (JsonException)
        {
            return (null, notText);
        }
    }

    // API Gateway caches the answer by identity source, so a token from elsewhere would let other requests in.
    private static bool IsIdentity(JsonPart identitySource, string value) =>
        identitySource.Kind is JsonValueKind.Undefined or JsonValueKind.Null
        || (identitySource.Kind == JsonValueKind.Array && identitySource.Utf8.Length <= MaxIdentity && IsAmong(identitySource.Parse(), value));

    private static bool IsAmong(JsonElement sources, string value) => JsonText.IsUnicode(sources)
        ? sources.EnumerateArray().Any(source => source.ValueKind == JsonValueKind.String && source.ValueEquals(value))
        : throw new JsonException();

    // RFC 9110, section 11.1: a scheme's name may be in any case.
    private static string? Bare(string value, string header) =>
        !header.Equals(Credentials.Authorization, StringComparison.OrdinalIgnoreCase) ? value.Trim()
        : value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim()
        : null;
}
