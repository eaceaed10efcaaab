using System.Text;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas.Local.Page.Calls;

/// <param name="Inputs">Null if they cannot be read.</param>
internal sealed record EventShape(bool IsHttp, Dialect Dialect, JsonElement? Inputs)
{
    public string Name => IsHttp ? "http" : Dialect.ToString().ToLowerInvariant();

    public static EventShape Read(ReadOnlyMemory<byte> payload)
    {
        // Uses the functions' own reader.
        var request = LookupRequest.Parse(payload);
        var dialect = request.Dialect;
        if (UntrustedJson.Parse(payload) is not { ValueKind: JsonValueKind.Object } root)
        {
            return new(false, dialect, null);
        }

        return request.IsHttp ? new(true, dialect, BodyOf(root) is { } body ? InputsIn(dialect, body) : null) : new(false, dialect, InputsIn(dialect, root));
    }

    private static JsonElement? InputsIn(Dialect dialect, JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? null
        : dialect == Dialect.Flat ? root
        : root.TryGetProperty(dialect == Dialect.Inputs ? "inputs" : "data", out var inputs) ? inputs
        : null;

    private static JsonElement? BodyOf(JsonElement root)
    {
        if (UntrustedJson.Text(root, "body") is not { } body)
        {
            return null;
        }

        var isBase64 = root.TryGetProperty("isBase64Encoded", out var encoded) && encoded.ValueKind == JsonValueKind.True;
        return UntrustedJson.Parse(isBase64 ? (root.GetProperty("body").TryGetBytesFromBase64(out var bytes) ? bytes : []) : Encoding.UTF8.GetBytes(body));
    }
}
