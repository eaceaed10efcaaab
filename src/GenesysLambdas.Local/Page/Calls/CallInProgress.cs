using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.Page.Calls;

/// <summary>A call that has begun, and what the page sees of it meanwhile.</summary>
/// <param name="lookup">The lookup that is called.</param>
/// <param name="invocation">The event.</param>
/// <param name="at">When it came.</param>
/// <param name="source">Where it came from.</param>
internal sealed class CallInProgress(LookupContract lookup, QueuedInvocation invocation, DateTime at, string source)
{
    // A function in a debugger may go on calling for ever.
    private const int MostExchanges = 100;

    private readonly Lock _lock = new();
    private readonly List<Exchange> _exchanges = [];
    private readonly TaskCompletionSource<Call> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LookupContract Lookup => lookup;

    public QueuedInvocation Invocation => invocation;

    public DateTime At => at;

    public string Source => source;

    /// <summary>The call, once it has ended.</summary>
    public Task<Call> Ended => _ended.Task;

    /// <summary>Its exchanges so far.</summary>
    public IReadOnlyList<Exchange> Exchanges
    {
        get
        {
            lock (_lock)
            {
                return [.. _exchanges];
            }
        }
    }

    /// <summary>Notes a request to an external API; null if there are too many to note.</summary>
    public Exchange? Begin(string api, string? target, ExchangeRequest request)
    {
        lock (_lock)
        {
            if (_exchanges.Count == MostExchanges)
            {
                return null;
            }

            // The same request again is another attempt, even with another token.
            var attempt = 1 + _exchanges.Count(other => other.Api == api && other.Request.Method == request.Method && other.Request.Url == request.Url && other.Request.Body == request.Body);
            var exchange = new Exchange(api, attempt, target, request);
            _exchanges.Add(exchange);
            return exchange;
        }
    }

    public void End(Call call) => _ended.TrySetResult(call);

    public void Fail(Exception exception) => _ended.TrySetException(exception);
}
