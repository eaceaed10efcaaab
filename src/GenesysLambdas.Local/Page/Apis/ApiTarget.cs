using System.Net;
using GenesysLambdas.Local.Page.Http;

namespace GenesysLambdas.Local.Page.Apis;

/// <summary>A real API to call instead of the stand-in.</summary>
/// <param name="BaseUrl">Without a trailing slash.</param>
/// <param name="SecretName">Null for the one in the settings, if any.</param>
internal sealed record ApiTarget(string BaseUrl, string? SecretName)
{
    /// <param name="own">This program's own address, which must not call itself.</param>
    public static string CheckAddress(string address, Uri own)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url)
            || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && IsLoopback(url))))
        {
            throw PageException.Invalid("The address must begin with https://, or with http:// for this machine, such as https://api.example.com.");
        }

        if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0 || address.AsSpan().ContainsAny('?', '#', '@'))
        {
            throw PageException.Invalid("The address must have no user name, ? or #: credentials go into the secret.");
        }

        return IsLoopback(url) && url.Port == own.Port
            ? throw PageException.Invalid("That is the address of this page: enter the address of the API.")
            : url.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    private static bool IsLoopback(Uri url) => url.IsLoopback || (IPAddress.TryParse(url.Host, out var address) && IPAddress.IsLoopback(address));
}
