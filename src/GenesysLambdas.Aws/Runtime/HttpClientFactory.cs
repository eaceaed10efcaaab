namespace Amazon.Runtime;

/// <summary>Creates the HTTP client that a service client sends its requests with, instead of the service client itself.</summary>
public abstract class HttpClientFactory
{
    /// <summary>Creates it. A service client asks once, and keeps it.</summary>
    public abstract HttpClient CreateHttpClient(IClientConfig clientConfig);
}
