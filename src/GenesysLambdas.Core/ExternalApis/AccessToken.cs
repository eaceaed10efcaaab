using System.Globalization;
using System.Text.Json;

namespace GenesysLambdas.ExternalApis;

/// <summary>A token endpoint's successful answer (RFC 6749, section 5.1). It is a class without a text form, so that nothing prints it.</summary>
internal sealed class AccessToken
{
    /// <summary>How long a token is taken to live whose endpoint does not tell: one that lives shorter is refused, and replaced.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(5);

    private AccessToken(string value, TimeSpan lifetime) => (Value, Lifetime) = (value, lifetime);

    public string Value { get; }

    public TimeSpan Lifetime { get; }

    /// <summary>Reads an answer.</summary>
    /// <returns>Null where it is no JSON object, holds no token that a header can carry, or says something impossible of it.</returns>
    public static AccessToken? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && IsBearer(root) && Token(root) is { } token && LifetimeOf(root) is { } lifetime
                ? new(token, lifetime)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Token(JsonElement root) =>
        root.TryGetProperty("access_token"u8, out var member) && member.ValueKind == JsonValueKind.String
        && member.GetString() is { Length: > 0 } token && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? token
            : null;

    // Another type of token is shown in another way, which is not known here.
    private static bool IsBearer(JsonElement root) =>
        !root.TryGetProperty("token_type"u8, out var type) || type.ValueKind == JsonValueKind.Null
        || (type.ValueKind == JsonValueKind.String && type.GetString()!.Equals("bearer", StringComparison.OrdinalIgnoreCase));

    private static TimeSpan? LifetimeOf(JsonElement root)
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
