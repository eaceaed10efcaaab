namespace Amazon.Runtime;

/// <summary>Where an AWS client sends its requests, and how long it tries.</summary>
public abstract class ClientConfig : IClientConfig
{
    private RegionEndpoint? regionEndpoint;
    private string? serviceURL;

    private protected ClientConfig()
    {
    }

    /// <summary>The region; null: the value of <c>AWS_REGION</c> or <c>AWS_DEFAULT_REGION</c>. Setting it unsets <see cref="ServiceURL"/>.</summary>
    public RegionEndpoint? RegionEndpoint
    {
        get => regionEndpoint;
        set => (regionEndpoint, serviceURL) = (value, null);
    }

    /// <summary>Where to send requests, instead of the region's service. Setting it unsets <see cref="RegionEndpoint"/>.</summary>
    public string? ServiceURL
    {
        get => serviceURL;
        set => (serviceURL, regionEndpoint) = (value, null);
    }

    /// <summary>The region that requests are signed for; null: the one they are sent to.</summary>
    public string? AuthenticationRegion { get; set; }

    /// <summary>The most times that a failed request is sent again.</summary>
    public int MaxErrorRetry { get; set; } = 2;

    /// <summary>Time for one attempt; null: 100 seconds.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Time to connect, within <see cref="Timeout"/>; null: no separate limit.</summary>
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>Creates the HTTP client; null: the service client does.</summary>
    public HttpClientFactory? HttpClientFactory { get; set; }
}
