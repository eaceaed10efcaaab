using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace GenesysLambdas.Local.Page.Masking;

/// <summary>Recognizes headers, query parameters and JSON members with credentials by their names.</summary>
internal static partial class SecretNames
{
    private static readonly string[] Headers = [HeaderNames.Authorization, HeaderNames.ProxyAuthorization, HeaderNames.Cookie, HeaderNames.SetCookie];
    private static readonly string[] PartsOfHeaders = ["api-key", "apikey", "token", "secret"];

    public static bool IsHeader(string name) =>
        Headers.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(PartsOfHeaders, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Masks a value, but not the authentication scheme in front of it.</summary>
    public static string Masked(string value) => Scheme().Match(value).Value + SecretMask.Mask;

    public static string MaskParameter(string url, string name) => Regex.Replace(
        url, $"(?<=[?&]{Regex.Escape(name)}=)[^&]*", SecretMask.Mask, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Masks the tokens in a token endpoint's reply.</summary>
    public static string MaskTokens(string body) => Token().Replace(body, SecretMask.Mask);

    [GeneratedRegex(@"\A[A-Za-z]+ +(?=\S)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex("""(?<=\"(access|refresh|id)_token\"\s*:\s*\")([^\"\\]|\\.)*""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
