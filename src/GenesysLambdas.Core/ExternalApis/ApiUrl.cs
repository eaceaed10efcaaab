using System.Buffers;
using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>A URL from a setting: an external API's address or its token endpoint.</summary>
internal static class ApiUrl
{
    /// <summary>Reads the URL. <c>{SETTING}</c> in the default is replaced with the value of that setting.</summary>
    public static string Read(SettingsReader settings, string name, string fallback)
    {
        var text = settings.Text(name);
        if (text.Length == 0)
        {
            text = Expand(settings, fallback);
        }

        return text.Length == 0 ? throw SettingsReader.Missing(name)
            : !IsUsable(text) ? throw SettingsReader.Malformed(name, "an https URL without a query, or an http URL of this machine")
            : text.AsSpan().ContainsAnyExcept(UrlCharacters)
                ? throw SettingsReader.Malformed(name, "a URL with special characters escaped, such as %20 for a space")
            : text;
    }

    private static string Expand(SettingsReader settings, string fallback)
    {
        var start = fallback.IndexOf('{', StringComparison.Ordinal);
        var end = fallback.IndexOf('}', StringComparison.Ordinal);
        return start < 0 ? fallback : fallback[..start] + settings.Required(fallback[(start + 1)..end]) + fallback[(end + 1)..];
    }

    private static bool IsUsable(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { Query: "", Fragment: "", UserInfo: "" }
        && !text.AsSpan().ContainsAny('?', '#');

    // RFC 3986, section 2, except ? and #, which start a query or fragment. The URL is sent as is.
    private static readonly SearchValues<char> UrlCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/[]@!$&'()*+,;=%");
}
