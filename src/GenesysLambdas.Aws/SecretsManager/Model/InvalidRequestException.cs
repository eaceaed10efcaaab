using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The secret is not in a state for the request: it is marked for deletion, say.</summary>
public class InvalidRequestException : AmazonSecretsManagerException
{
    /// <summary>An error of which only the message is known.</summary>
    public InvalidRequestException(string message)
        : base(message)
    {
    }

    /// <summary>An error as the service described it.</summary>
    public InvalidRequestException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
