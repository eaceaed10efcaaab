using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The secret's state does not allow the request: it is marked for deletion, for example.</summary>
public class InvalidRequestException : AmazonSecretsManagerException
{
    /// <summary>An error with only a message.</summary>
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
