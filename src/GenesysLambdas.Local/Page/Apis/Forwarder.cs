namespace GenesysLambdas.Local.Page.Apis;

/// <summary>Forwards requests to a real API and returns its replies, both unchanged.</summary>
internal sealed class Forwarder : IDisposable
{
    // RFC 9110, section 7.6.1, and headers about the connection to this program.
    private static readonly string[] OfTheConnection =
    [
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding",
        "Upgrade", "Host", "Content-Length",
    ];

    private static readonly UriCreationOptions AsSent = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // It would add headers of its own.
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        // The function has its own timeout.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Replies with 502 if the API cannot be reached.</summary>
    /// <returns>Whether the reply is complete.</returns>
    public async Task<bool> SendAsync(HttpContext context, string address, byte[] body)
    {
        var response = context.Response;
        try
        {
            using var request = Request(context.Request, address, body);
            using var reply = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            response.StatusCode = (int)reply.StatusCode;
            foreach (var (name, values) in reply.Headers.Concat(reply.Content.Headers).Where(header => IsEndToEnd(header.Key, reply.Headers.Connection)))
            {
                response.Headers[name] = values.ToArray();
            }

            return await CopyAsync(reply.Content, response.Body, context.RequestAborted);
        }
        catch (Exception exception) when (exception is HttpRequestException or UriFormatException
            || (exception is OperationCanceledException && !context.RequestAborted.IsCancellationRequested))
        {
            await response.WriteAsync(StatusCodes.Status502BadGateway, new JsonObject { ["error"] = $"'serve' could not reach the API: {exception.Message}" });
            return true;
        }
    }

    private static async Task<bool> CopyAsync(HttpContent content, Stream body, CancellationToken cancellationToken)
    {
        try
        {
            await content.CopyToAsync(body, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Request(HttpRequest request, string address, byte[] body)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(address, AsSent));
        if (body.Length > 0 || request.ContentType is not null)
        {
            message.Content = new ByteArrayContent(body);
        }

        foreach (var (name, values) in request.Headers.Where(header => IsEndToEnd(header.Key, request.Headers.Connection)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return message;
    }

    private static bool IsEndToEnd(string header, IEnumerable<string?> connection) =>
        !OfTheConnection.Contains(header, StringComparer.OrdinalIgnoreCase)
        && !connection.Any(names => names?.Split(',', StringSplitOptions.TrimEntries).Contains(header, StringComparer.OrdinalIgnoreCase) is true);
}
