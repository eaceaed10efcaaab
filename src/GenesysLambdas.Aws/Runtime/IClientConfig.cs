namespace Amazon.Runtime;

/// <inheritdoc cref="ClientConfig"/>
public interface IClientConfig
{
    /// <inheritdoc cref="ClientConfig.RegionEndpoint"/>
    RegionEndpoint? RegionEndpoint { get; }

    /// <inheritdoc cref="ClientConfig.ServiceURL"/>
    string? ServiceURL { get; }

    /// <inheritdoc cref="ClientConfig.AuthenticationRegion"/>
    string? AuthenticationRegion { get; }

    /// <inheritdoc cref="ClientConfig.MaxErrorRetry"/>
    int MaxErrorRetry { get; }

    /// <inheritdoc cref="ClientConfig.Timeout"/>
    TimeSpan? Timeout { get; }

    /// <inheritdoc cref="ClientConfig.ConnectTimeout"/>
    TimeSpan? ConnectTimeout { get; }

    /// <inheritdoc cref="ClientConfig.HttpClientFactory"/>
    HttpClientFactory? HttpClientFactory { get; }
}
