using System.Net;

namespace GenesysLambdas.Connections;

/// <summary>
/// Keeps replies apart: a connection is used again only after a reply whose end is beyond doubt, and only if nothing has arrived since.
/// SocketsHttpHandler takes the first of two Content-Length headers and lets chunks win over one, so what follows on the connection would
/// be the reply to the next request, whoever sent that.
/// </summary>
internal sealed class GuardedHandler : DelegatingHandler
{
    // A server that always sends something first does not speak HTTP.
    private const int MostNewConnections = 3;

    // Tells a connection's stream whose request it is that .NET writes to it.
    private readonly AsyncLocal<Exchange?> _current = new();

    public GuardedHandler(SocketsHttpHandler handler)
        : base(handler) =>
        handler.PlaintextStreamFilter = (context, _) => new(new GuardedStream(context.PlaintextStream, _current));

    /// <exception cref="HttpRequestException">No connection was usable, or nobody can say where the reply ends; among others.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var newConnections = 0; ;)
        {
            var exchange = new Exchange();
            _current.Value = exchange;
            try
            {
                return Check(request, await base.SendAsync(request, cancellationToken), exchange);
            }
            catch (HttpRequestException e) when (e.InnerException is UnusableConnectionException unusable)
            {
                newConnections += unusable.WasNew ? 1 : 0;
                if (newConnections == MostNewConnections)
                {
                    throw new HttpRequestException(HttpRequestError.ConnectionError, e.Message, e);
                }
            }
        }
    }

    private static HttpResponseMessage Check(HttpRequestMessage request, HttpResponseMessage response, Exchange exchange)
    {
        if (ReplyFraming.IsInvalid(response))
        {
            exchange.Connection?.Dispose();
            response.Dispose();
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "It is not clear where the reply ends.");
        }

        if (ReplyFraming.HasNoBody(request, response))
        {
            // Some servers send one all the same, and it may be on its way. The connection may be in use again already: it refuses that.
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

/// <summary>One request and its reply.</summary>
internal sealed class Exchange
{
    private volatile bool _isComplete;
    private volatile GuardedStream? _connection;

    /// <summary>Whether its connection may be used again once .NET has read the reply.</summary>
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

/// <summary>A connection cannot carry another request. Nothing was sent.</summary>
/// <param name="wasNew">Whether it has not carried any.</param>
internal sealed class UnusableConnectionException(bool wasNew) : IOException("Something arrived on the connection that was not asked for.")
{
    public bool WasNew { get; } = wasNew;
}
