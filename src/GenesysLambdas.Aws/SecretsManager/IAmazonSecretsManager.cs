using Amazon.Runtime;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

public interface IAmazonSecretsManager : IDisposable
{
    /// <summary>Fetches a secret's value.</summary>
    /// <exception cref="AmazonSecretsManagerException">An error: one of those in <see cref="Model"/>, or another, such as access denied.</exception>
    /// <exception cref="AmazonClientException">There are no credentials or no region.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    /// <exception cref="TimeoutException">It did not reply in time.</exception>
    Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default);
}

/// <summary>How long a Secrets Manager client tries, and with which HTTP client.</summary>
public class AmazonSecretsManagerConfig : ClientConfig;
