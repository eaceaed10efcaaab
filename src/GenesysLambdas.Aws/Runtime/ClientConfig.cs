namespace Amazon.Runtime;

/// <summary>How long an AWS client tries.</summary>
public interface IClientConfig
{
    TimeSpan? Timeout { get; }

    TimeSpan? ConnectTimeout { get; }
}

/// <summary>How long an AWS client tries, and with which HTTP client.</summary>
public abstract class ClientConfig : IClientConfig
{
    private protected ClientConfig()
    {
    }

    /// <summary>The most times that a failed request is sent again.</summary>
    public int MaxErrorRetry { get; set; } = 2;

    /// <summary>Time for one attempt; null for 100 seconds.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Time to connect, within <see cref="Timeout"/>; null for no separate limit.</summary>
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>Creates the HTTP client. Required, other than with AWS's packages.</summary>
    public HttpClientFactory? HttpClientFactory { get; set; }
}

public abstract class HttpClientFactory
{
    /// <summary>Creates it. A service client asks once, and keeps it.</summary>
    public abstract HttpClient CreateHttpClient(IClientConfig clientConfig);
}
