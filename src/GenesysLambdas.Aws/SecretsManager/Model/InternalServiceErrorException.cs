using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>Secrets Manager failed.</summary>
public class InternalServiceErrorException : AmazonSecretsManagerException
{
    /// <summary>An error with only a message.</summary>
    public InternalServiceErrorException(string message)
        : base(message)
    {
    }

    /// <summary>An error as the service described it.</summary>
    public InternalServiceErrorException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
