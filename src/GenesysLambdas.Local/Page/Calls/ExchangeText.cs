using System.Text;
using GenesysLambdas.Local.Page.Masking;
using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.Page.Calls;

/// <summary>Requests and replies as the page shows them: without secrets, and truncated.</summary>
internal sealed class ExchangeText(SecretStore secrets)
{
    private const int MaxCharacters = 64 * 1024;

    private readonly SecretMasks _masks = new(secrets);

    /// <param name="auth">How the functions authenticate, such as <c>query:appid</c>.</param>
    /// <param name="url">Path and query below the API's address.</param>
    public ExchangeRequest Request(string auth, HttpRequest request, string url, byte[] body)
    {
        var mask = _masks.Current;
        var (kind, name) = auth.Split(':', 2) is [var scheme, var carrier] ? (scheme.Trim(), carrier.Trim()) : (auth, "");
        var shown = kind.Equals("query", StringComparison.OrdinalIgnoreCase) ? SecretNames.MaskParameter(url, name) : url;
        var headers = Headers(mask, request.Headers, header => SecretNames.IsHeader(header) || header.Equals(name, StringComparison.OrdinalIgnoreCase));
        return new(request.Method, Cut(mask.Apply(shown)), headers, Body(mask, body));
    }

    public ExchangeReply Reply(HttpResponse response, ReadOnlySpan<byte> body)
    {
        var mask = _masks.Current;
        return new(response.StatusCode, Headers(mask, response.Headers, SecretNames.IsHeader), Body(mask, body));
    }

    private static IReadOnlyList<string[]> Headers(SecretMask mask, IHeaderDictionary headers, Func<string, bool> isSecret) =>
    [
        .. headers.Where(header => !header.Key.StartsWith(':'))
            .SelectMany(header => header.Value.Select(value =>
                (string[])[header.Key, isSecret(header.Key) ? SecretNames.Masked(value ?? "") : Cut(mask.Apply(value ?? ""))])),
    ];

    // Truncated after masking, because part of a secret is secret, too.
    private static string Body(SecretMask mask, ReadOnlySpan<byte> body) => Cut(SecretNames.MaskTokens(mask.Apply(Encoding.UTF8.GetString(body))));

    private static string Cut(string text) => text.Length <= MaxCharacters ? text : text[..MaxCharacters] + "…";
}
