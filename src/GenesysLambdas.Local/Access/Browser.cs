namespace GenesysLambdas.Local.Access;

/// <summary>Recognizes browsers by headers that they always send. Runtimes cannot be recognized: AWS's own for C++ long sent no name.</summary>
internal static class Browser
{
    /// <summary>
    /// Ignores <c>Sec-Fetch-Mode</c>, which Node.js's <c>fetch</c> sends, and images in <c>Accept</c>, which AWS's runtime for Java sends (through
    /// <c>HttpURLConnection</c>).
    /// </summary>
    public static bool Sent(HttpRequest request)
    {
        var headers = request.Headers;
        return headers.ContainsKey("Origin")
            || headers.ContainsKey("Sec-Fetch-Site")

            // Every browser's name starts like this, even without Sec-Fetch-Site
            // (https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/User-Agent).
            || headers.UserAgent.Any(agent => agent?.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase) is true);
    }
}
