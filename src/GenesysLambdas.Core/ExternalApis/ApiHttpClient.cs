using GenesysLambdas.Core.Connections;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>The result of an attempt: a reply, whatever its status, or the reason why there is none.</summary>
internal readonly record struct AttemptResult(ApiReply? Reply, LookupException? Exception)
{
    /// <summary>True if no complete reply came back: the server timed out, was unreachable, or closed the connection early.</summary>
    public bool IsSilent => Exception?.Failure is { Code: ErrorCode.ExternalApiTimeout } or { Reason: FailureReason.Unreachable or FailureReason.BrokenOff };

    /// <summary>True if the request may have been sent.</summary>
    public bool WasSent => Exception?.Failure.Reason != FailureReason.Unreachable;

    /// <summary>Whether a write may have been performed.</summary>
    public bool MayHaveRun => Reply?.MayHaveRun ?? WasSent;

    public ApiReply ReplyOrThrow() => Reply ?? throw Exception!;
}

/// <summary>The HTTP client for one server. It sends each request once.</summary>
internal sealed class ApiHttpClient
{
    // Short enough to pick up DNS changes.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly CalledServer _server;
    private readonly TimeProvider _time;
    private readonly ConnectionAhead _ahead;
    private readonly HttpClient _http;

    public ApiHttpClient(CalledServer server, ServerTrust trust, TimeProvider time)
    {
        (_server, _time) = (server, time);
        _ahead = new ConnectionAhead(trust, ConnectionLifetime, time);
        _http = Create(trust, _ahead);
    }

    /// <summary>Starts connecting, so that the first request does not have to wait.</summary>
    public void Connect(Uri address) => _ahead.Open(address);

    public async Task<AttemptResult> SendAsync(OutgoingRequest request, TimeSpan timeout, CancellationToken deadline)
    {
        using var timer = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, deadline);
        try
        {
            using var message = request.ToMessage();
            _ahead.Renew(message.RequestUri!);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new(new ApiReply(response, await ApiReplyBody.ReadAsync(response.Content, either.Token)), null);
        }
        // A cancelled read does not always throw OperationCanceledException.
        catch (Exception exception) when (exception is HttpRequestException or IOException && either.IsCancellationRequested)
        {
            return new(null, _server.Timeout(exception));
        }
        catch (Exception exception) when (FailureOf(exception) is { } failure)
        {
            return new(null, failure);
        }
    }

    // Null for a bug in this code, which must not be reported as the server's failure.
    private LookupException? FailureOf(Exception exception) => exception switch
    {
        InvalidDataException => _server.TooLarge(),
        // The handler's own connect time-out.
        OperationCanceledException { InnerException: TimeoutException } => _server.Unreachable(exception),
        OperationCanceledException => _server.Timeout(exception),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } =>
            _server.UnusableReply(cause: exception),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError,
        } => _server.Unreachable(exception),
        HttpRequestException or IOException => _server.BrokenOff(exception),
        _ => null,
    };

    private static HttpClient Create(ServerTrust trust, ConnectionAhead ahead)
    {
        var handler = trust.CreateHandler();
        handler.ConnectCallback = ahead.ConnectAsync;
        // A request that could not connect in this time was not sent, so it may be retried.
        handler.ConnectTimeout = TimeSpan.FromMilliseconds(ExternalApiSettings.ConnectTimeout);
        handler.PooledConnectionLifetime = ConnectionLifetime;
        // Servers and load balancers close idle connections after a minute or more, which a frozen function does not notice.
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(45);
        // Each attempt has its own time-out.
        var client = new HttpClient(new GuardedHandler(handler)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "GenesysLambdas/1.0");
        return client;
    }
}
