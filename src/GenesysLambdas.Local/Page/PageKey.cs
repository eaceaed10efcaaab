using GenesysLambdas.Local.Access;
using GenesysLambdas.Local.Page.Http;

namespace GenesysLambdas.Local.Page;

/// <summary>
/// Protects the page with a key on systems that do not show which user owns a connection. Otherwise another account could redirect the functions'
/// requests, with their secrets. The key is in the address that <c>serve</c> prints, then in a cookie.
/// </summary>
internal sealed class PageKey(string key, string suite, int port)
{
    private const string Api = "/page/api";
    private const string Parameter = "key";

    // Browsers share cookies between ports (RFC 6265, section 8.5).
    private readonly string _cookie = $"{suite}-{port}";

    public static Uri Address(Uri endpoint, string key) => new(endpoint, $"?{Parameter}={key}");

    public Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Path == "/" && HttpMethods.IsGet(request.Method) && LocalKeys.AreSame(request.Query[Parameter], key))
        {
            PageRequest.AddHeaders(response);
            response.Cookies.Append(_cookie, key, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = Api });

            // So that the key is not in the browser's history.
            response.Redirect("/");
            return Task.CompletedTask;
        }

        return !request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase) || LocalKeys.AreSame(request.Cookies[_cookie], key)
            ? next(context)
            : PageRequest.Handle(_ => throw new PageException(
                StatusCodes.Status403Forbidden, "Open the page at the address that 'serve' printed in the terminal, including its key."))(context);
    }
}
