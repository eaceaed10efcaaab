using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The secret's key cannot be used.</summary>
public class DecryptionFailureException : AmazonSecretsManagerException
{
    /// <summary>An error with only a message.</summary>
    public DecryptionFailureException(string message)
        : base(message)
    {
    }

    /// <summary>An error as the service described it.</summary>
    public DecryptionFailureException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
