namespace GenesysLambdas.Core.Hosting;

/// <summary>
/// Ends the function once every event is answered. If AWS's bootstrap were simply cancelled, it would abandon answers in progress.
/// </summary>
internal sealed class Shutdown : IDisposable
{
    private readonly CancellationTokenSource _requested = new();
    private readonly CancellationTokenSource _complete = new();

    // One for each event, from asking for it until it is answered, and one that Request releases.
    private int _holds = 1;
    private bool _isRequested;

    /// <summary>Cancelled when no more events are wanted.</summary>
    public CancellationToken Requested => _requested.Token;

    /// <summary>Cancelled when no more events are wanted and all of them have been answered.</summary>
    public CancellationToken Complete => _complete.Token;

    /// <summary>Why no more events can be received; null after a normal shutdown.</summary>
    public string? Reason { get; private set; }

    public void Request(string? reason = null)
    {
        if (!Interlocked.Exchange(ref _isRequested, true))
        {
            Reason = reason;
            _requested.Cancel();
            Release();
        }
    }

    public void Hold() => Interlocked.Increment(ref _holds);

    public void Release()
    {
        if (Interlocked.Decrement(ref _holds) == 0)
        {
            _complete.Cancel();
        }
    }

    public void Dispose()
    {
        _requested.Dispose();
        _complete.Dispose();
    }
}
