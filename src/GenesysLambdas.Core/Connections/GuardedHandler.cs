namespace GenesysLambdas.Core.Connections;

/// <summary>
/// Keeps replies apart: a connection is reused only after a reply whose end is clear, and only if nothing has arrived since.
/// SocketsHttpHandler uses the first of two Content-Length headers, and prefers chunks to Content-Length. It would take whatever follows on
/// the connection for the reply to the next request, regardless of who sent it.
/// </summary>
internal sealed class GuardedHandler : DelegatingHandler
{
    // A server that always sends something first is not an HTTP server.
    private const int MostNewConnections = 3;

    // Lets a connection's stream know which request .NET is writing to it.
    private readonly AsyncLocal<GuardedExchange?> _current = new();

    public GuardedHandler(SocketsHttpHandler handler)
        : base(handler) =>
        handler.PlaintextStreamFilter = (context, _) => new(new GuardedStream(context.PlaintextStream, _current));

    /// <exception cref="HttpRequestException">No connection was usable, the end of the reply is unclear, or sending failed.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var newConnections = 0; ;)
        {
            var exchange = new GuardedExchange();
            _current.Value = exchange;
            try
            {
                return Check(request, await base.SendAsync(request, cancellationToken), exchange);
            }
            catch (HttpRequestException exception) when (exception.InnerException is UnusableConnectionException unusable)
            {
                newConnections += unusable.WasNew ? 1 : 0;
                if (newConnections == MostNewConnections)
                {
                    throw new HttpRequestException(HttpRequestError.ConnectionError, exception.Message, exception);
                }
            }
        }
    }

    private static HttpResponseMessage Check(HttpRequestMessage request, HttpResponseMessage response, GuardedExchange exchange)
    {
        if (ReplyFraming.IsInvalid(response))
        {
            exchange.Connection?.Dispose();
            response.Dispose();
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The end of the reply is unclear.");
        }

        if (ReplyFraming.HasNoBody(request, response))
        {
            // Some servers send a body anyway, and it may be on its way. If the connection is already being reused, it refuses that request.
            exchange.Connection?.Dispose();
            response.Content = new ByteArrayContent([]);
        }
        else
        {
            ReplyFraming.Unite(response.Content.Headers);
            exchange.IsComplete = true;
        }

        return response;
    }
}

internal sealed class GuardedExchange
{
    private volatile bool _isComplete;
    private volatile GuardedStream? _connection;

    /// <summary>Whether its connection may be reused once .NET has read the reply.</summary>
    public bool IsComplete
    {
        get => _isComplete;
        set => _isComplete = value;
    }

    /// <summary>The connection that carries the request; null until it is written.</summary>
    public GuardedStream? Connection
    {
        get => _connection;
        set => _connection = value;
    }
}

/// <summary>The connection cannot carry another request. Nothing was sent.</summary>
internal sealed class UnusableConnectionException(bool wasNew) : IOException("Something unexpected arrived on the connection.")
{
    public bool WasNew { get; } = wasNew;
}
