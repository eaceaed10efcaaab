namespace Amazon.Runtime;

/// <summary>Base of clients of AWS services.</summary>
public abstract class AmazonServiceClient : IDisposable
{
    private protected AmazonServiceClient(ClientConfig config) => Config = config;

    /// <summary>Where the client sends its requests, and how long it tries.</summary>
    public IClientConfig Config { get; }

    /// <summary>Closes the client's connections.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the client's connections.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
