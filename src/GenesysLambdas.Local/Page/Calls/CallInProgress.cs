using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.Page.Calls;

internal sealed record CallInProgress(LookupContract Lookup, QueuedInvocation Invocation, DateTime At, string Source)
{
    // A function in a debugger may call the API without end.
    private const int MaxExchanges = 100;

    private readonly Lock _lock = new();
    private readonly List<Exchange> _exchanges = [];
    private readonly TaskCompletionSource<Call> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Call> Ended => _ended.Task;

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

    /// <summary>Records a request to an external API; null if there are too many.</summary>
    public Exchange? Begin(string api, string? target, ExchangeRequest request)
    {
        lock (_lock)
        {
            if (_exchanges.Count == MaxExchanges)
            {
                return null;
            }

            // Repeating the same request is another attempt, even with another token.
            var same = (api, request.Method, request.Url, request.Body);
            var attempt = 1 + _exchanges.Count(other => (other.Api, other.Request.Method, other.Request.Url, other.Request.Body) == same);
            var exchange = new Exchange(api, attempt, target, request);
            _exchanges.Add(exchange);
            return exchange;
        }
    }

    public void End(Call call) => _ended.TrySetResult(call);

    public void Fail(Exception exception) => _ended.TrySetException(exception);
}
