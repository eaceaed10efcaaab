using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager;

/// <summary>Secrets Manager answered with an error.</summary>
public class AmazonSecretsManagerException : AmazonServiceException
{
    /// <summary>An error of which only the message is known.</summary>
    public AmazonSecretsManagerException(string message)
        : base(message)
    {
    }

    /// <summary>An error that came from another.</summary>
    public AmazonSecretsManagerException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error as the service described it.</summary>
    public AmazonSecretsManagerException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service described it, that came from another.</summary>
    public AmazonSecretsManagerException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
