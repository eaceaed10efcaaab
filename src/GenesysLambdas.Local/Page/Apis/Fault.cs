namespace GenesysLambdas.Local.Page.Apis;

/// <summary>A way for an external API to fail.</summary>
internal sealed record Fault(string Name, string Description)
{
    public static Fault None { get; } = new("none", "Replies normally");

    public static Fault CutOff { get; } = new("cut-off", "Sends half of its reply, then closes the connection");

    public static IReadOnlyList<Fault> All { get; } =
    [
        None,
        Status(StatusCodes.Status401Unauthorized, "Refuses the credentials"),
        Status(StatusCodes.Status404NotFound, "Finds nothing"),
        Status(StatusCodes.Status429TooManyRequests, "Rate limits for a second", response => response.Headers.RetryAfter = "1"),
        Status(StatusCodes.Status500InternalServerError, "Fails"),
        new("slow", "Never replies")
        {
            AnswerAsync = response => Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted),
        },
        CutOff,
        new("garbage", "Replies with 200 and a web page instead of JSON") { AnswerAsync = GarbageAsync },
    ];

    /// <summary>Replies instead of the API; null if the API replies.</summary>
    public Func<HttpResponse, Task>? AnswerAsync { get; private init; }

    private static Fault Status(int status, string description, Action<HttpResponse>? prepare = null) => new($"{status}", $"{description}: HTTP {status}")
    {
        AnswerAsync = response =>
        {
            prepare?.Invoke(response);
            return response.WriteAsync(status, new JsonObject { ["error"] = $"This {status} was set on the page of 'serve'." });
        },
    };

    // Like a proxy's sign-in page.
    private static Task GarbageAsync(HttpResponse response)
    {
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync("<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>");
    }
}
