namespace GenesysLambdas.Local.Access;

/// <summary>
/// Keeps web pages out. A browser on this machine calls a loopback port on behalf of any page that is open in it, and
/// nothing that the emulator serves asks for a real key. Stands in front of everything.
/// </summary>
internal sealed class LocalCallers
{
    private const string ErrorType = "AccessDeniedException";

    private readonly string[] _hosts;
    private readonly string[] _origins;

    public LocalCallers(int port)
    {
        // Clients leave out the scheme's default port, and so does Uri.
        string[] names = ["127.0.0.1", "localhost", "[::1]"];
        _hosts = [.. names.SelectMany(name => (string[])[$"{name}:{port}", new Uri($"http://{name}:{port}").Authority]).Distinct()];
        _origins = [.. _hosts.Select(host => "http://" + host)];
    }

    public Task AdmitAsync(HttpContext context, RequestDelegate next) =>
        Refusal(context.Request) is { } reason ? RefuseAsync(context.Response, reason) : next(context);

    private string? Refusal(HttpRequest request)
    {
        // If a page points its own host name to 127.0.0.1 (DNS rebinding), the browser takes the emulator for the page's own
        // server, and only Host reveals it. "localhost." with a dot is not in the list, since nobody is told to use it.
        if (!_hosts.Contains(request.Host.Value, StringComparer.OrdinalIgnoreCase))
        {
            return $"The Host header must be one of {string.Join(", ", _hosts)}.";
        }

        // A page cannot leave it out of a POST, not even one that CORS allows without asking; "null" is a page in a sandbox, or
        // one that hides its origin (https://fetch.spec.whatwg.org/#origin-header).
        if (!request.Headers.Origin.All(origin => _origins.Contains(origin, StringComparer.OrdinalIgnoreCase)))
        {
            return $"Only programs on this machine may call, not web pages: Origin must be absent or one of {string.Join(", ", _origins)}.";
        }

        // A GET to a loopback address has it, too. "none" is the user's own action, such as the address bar;
        // "same-origin" is a page that was served here; "same-site" may be a page on another port of this machine
        // (https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header).
        return request.Headers["Sec-Fetch-Site"].All(site => site is "none" or "same-origin")
            ? null
            : "Only programs on this machine may call, not web pages: Sec-Fetch-Site must be absent, none or same-origin.";
    }

    /// <summary>The AWS command line reads the error's name from the header for Lambda, and from the body for Secrets Manager.</summary>
    private static Task RefuseAsync(HttpResponse response, string reason)
    {
        response.Headers["x-amzn-ErrorType"] = ErrorType;
        return response.WriteAsync(StatusCodes.Status403Forbidden, new JsonObject { ["__type"] = ErrorType, ["Message"] = reason });
    }
}
