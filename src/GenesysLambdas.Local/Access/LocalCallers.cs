namespace GenesysLambdas.Local.Access;

/// <summary>
/// Refuses web pages. Any page that is open in a browser on this machine can call a loopback port, and the emulator requires no real credentials.
/// </summary>
internal sealed class LocalCallers
{
    private const string ErrorType = "AccessDeniedException";

    private readonly string[] _hosts;
    private readonly string[] _origins;

    public LocalCallers(int port)
    {
        // Clients omit the scheme's default port, and so does Uri.
        string[] names = ["127.0.0.1", "localhost", "[::1]"];
        _hosts = [.. names.SelectMany(name => (string[])[$"{name}:{port}", new Uri($"http://{name}:{port}").Authority]).Distinct()];
        _origins = [.. _hosts.Select(host => "http://" + host)];
    }

    public Task AdmitAsync(HttpContext context, RequestDelegate next) =>
        Refusal(context.Request) is { } reason ? RefuseAsync(context.Response, reason) : next(context);

    private string? Refusal(HttpRequest request)
    {
        // With DNS rebinding, a page's own host name points to 127.0.0.1, and only the Host header shows it.
        if (!_hosts.Contains(request.Host.Value, StringComparer.OrdinalIgnoreCase))
        {
            return $"The Host header must be one of {string.Join(", ", _hosts)}.";
        }

        // Browsers always send Origin with a POST. It is "null" for a sandboxed page or one that hides its origin
        // (https://fetch.spec.whatwg.org/#origin-header).
        if (!request.Headers.Origin.All(origin => _origins.Contains(origin, StringComparer.OrdinalIgnoreCase)))
        {
            return $"Only programs on this machine may call, not web pages: Origin must be absent or one of {string.Join(", ", _origins)}.";
        }

        // Sent with a GET, too. "none" is a user's own action, "same-site" could be a page on another local port
        // (https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header).
        return request.Headers["Sec-Fetch-Site"].All(site => site is "none" or "same-origin")
            ? null
            : "Only programs on this machine may call, not web pages: Sec-Fetch-Site must be absent, none or same-origin.";
    }

    /// <summary>The AWS command line reads the error type from the header for Lambda, and from the body for Secrets Manager.</summary>
    private static Task RefuseAsync(HttpResponse response, string reason)
    {
        response.Headers["x-amzn-ErrorType"] = ErrorType;
        return response.WriteAsync(StatusCodes.Status403Forbidden, new JsonObject { ["__type"] = ErrorType, ["Message"] = reason });
    }
}
