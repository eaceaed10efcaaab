namespace GenesysLambdas.Local.Access;

/// <summary>
/// Tells a browser by what it cannot leave out. A runtime cannot be told by what it has: AWS's own for C++, for one, long
/// sent no header with its name.
/// </summary>
internal static class Browser
{
    /// <summary>
    /// Whether a browser sent a request. <c>Sec-Fetch-Mode</c> does not tell, since Node.js's <c>fetch</c> sends it; nor do images
    /// in <c>Accept</c>, since Java's <c>HttpURLConnection</c>, with which AWS's runtime for Java reports errors, asks for them.
    /// </summary>
    public static bool Sent(HttpRequest request)
    {
        var headers = request.Headers;
        return headers.ContainsKey("Origin")
            || headers.ContainsKey("Sec-Fetch-Site")

            // Every browser calls itself that, even one too old for Sec-Fetch-Site
            // (https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/User-Agent).
            || headers.UserAgent.Any(agent => agent?.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase) is true);
    }
}
