using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request is malformed.</summary>
public class InvalidParameterException : AmazonSecretsManagerException
{
    /// <summary>An error with only a message.</summary>
    public InvalidParameterException(string message)
        : base(message)
    {
    }

    /// <summary>An error as the service described it.</summary>
    public InvalidParameterException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
