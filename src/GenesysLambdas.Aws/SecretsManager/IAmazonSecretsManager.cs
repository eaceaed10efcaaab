using Amazon.Runtime;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

/// <summary>AWS Secrets Manager.</summary>
public interface IAmazonSecretsManager : IAmazonService, IDisposable
{
    /// <summary>Fetches a secret's value.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such secret, or no such version of it.</exception>
    /// <exception cref="InvalidRequestException">The secret is marked for deletion, for example.</exception>
    /// <exception cref="InvalidParameterException">The request is malformed.</exception>
    /// <exception cref="DecryptionFailureException">The secret's key cannot be used.</exception>
    /// <exception cref="InternalServiceErrorException">The service failed.</exception>
    /// <exception cref="AmazonSecretsManagerException">Any other error, such as access denied.</exception>
    /// <exception cref="AmazonClientException">There are no credentials or no region.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default);
}
