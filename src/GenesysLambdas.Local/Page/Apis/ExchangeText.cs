using System.Text;
using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.Page.Apis;

/// <summary>Requests and replies as the page may show them: without secrets, and not longer than anybody reads.</summary>
internal sealed class ExchangeText(SecretStore secrets)
{
    private const int MostCharacters = 64 * 1024;

    private readonly SecretMasks _masks = new(secrets);

    public ExchangeRequest Request(SwitchedApi api, HttpRequest request, string url, byte[] body)
    {
        var mask = _masks.Current;
        var (kind, name) = api.Auth.Split(':', 2) is [var scheme, var carrier] ? (scheme.Trim(), carrier.Trim()) : (api.Auth, "");
        var shown = kind.Equals("query", StringComparison.OrdinalIgnoreCase) ? SecretNames.MaskParameter(url, name) : url;
        return new(request.Method, Cut(mask.Apply(shown)), Headers(mask, request.Headers, header => SecretNames.IsHeader(header) || header.Equals(name, StringComparison.OrdinalIgnoreCase)), Body(mask, body));
    }

    public ExchangeReply Reply(HttpResponse response, ReadOnlySpan<byte> body)
    {
        var mask = _masks.Current;
        return new(response.StatusCode, Headers(mask, response.Headers, SecretNames.IsHeader), Body(mask, body));
    }

    private static IReadOnlyList<string[]> Headers(SecretMask mask, IHeaderDictionary headers, Func<string, bool> isSecret) =>
    [
        .. headers.Where(header => !header.Key.StartsWith(':'))
            .SelectMany(header => header.Value.Select(value => (string[])[header.Key, isSecret(header.Key) ? SecretNames.Masked(value ?? "") : Cut(mask.Apply(value ?? ""))])),
    ];

    // Cut after masking: half a secret is still one.
    private static string Body(SecretMask mask, ReadOnlySpan<byte> body) => Cut(SecretNames.MaskTokens(mask.Apply(Encoding.UTF8.GetString(body))));

    private static string Cut(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";
}
