using System.Text;
using GenesysLambdas.Requests;

namespace GenesysLambdas.Cli.Page.Calls;

/// <summary>What kind of event a function got.</summary>
/// <param name="IsHttp">Whether it is an HTTP request, in payload format 2.0.</param>
/// <param name="Dialect">The shape of its inputs.</param>
/// <param name="Inputs">The inputs; null: they cannot be read.</param>
internal sealed record EventShape(bool IsHttp, Dialect Dialect, JsonElement? Inputs)
{
    /// <summary>The shape's name on the page.</summary>
    public string Name => IsHttp ? "http" : Dialect.ToString().ToLowerInvariant();

    public static EventShape Read(ReadOnlyMemory<byte> payload)
    {
        // The functions' own reader decides the dialect.
        var dialect = LookupRequest.Parse(payload).Dialect;
        if (PageJson.Parse(payload) is not { ValueKind: JsonValueKind.Object } root)
        {
            return new(false, dialect, null);
        }

        return IsHttpRequest(root) ? new(true, dialect, BodyOf(root) is { } body ? InputsIn(dialect, body) : null) : new(false, dialect, InputsIn(dialect, root));
    }

    private static JsonElement? InputsIn(Dialect dialect, JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? null
        : dialect == Dialect.Flat ? root
        : root.TryGetProperty(dialect == Dialect.Inputs ? "inputs" : "data", out var inputs) ? inputs
        : null;

    private static bool IsHttpRequest(JsonElement root) =>
        PageJson.Text(root, "version") == "2.0"
        && root.TryGetProperty("requestContext", out var context) && context.ValueKind == JsonValueKind.Object
        && context.TryGetProperty("http", out var http) && http.ValueKind == JsonValueKind.Object;

    private static JsonElement? BodyOf(JsonElement root)
    {
        if (PageJson.Text(root, "body") is not { } body)
        {
            return null;
        }

        var isBase64 = root.TryGetProperty("isBase64Encoded", out var encoded) && encoded.ValueKind == JsonValueKind.True;
        return PageJson.Parse(isBase64 ? (root.GetProperty("body").TryGetBytesFromBase64(out var bytes) ? bytes : []) : Encoding.UTF8.GetBytes(body));
    }
}
