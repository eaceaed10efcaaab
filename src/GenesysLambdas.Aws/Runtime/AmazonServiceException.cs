using System.Net;

namespace Amazon.Runtime;

/// <summary>An AWS service answered with an error.</summary>
public class AmazonServiceException : Exception
{
    /// <summary>An error with only a message.</summary>
    public AmazonServiceException(string message)
        : base(message)
    {
    }

    /// <summary>An error as the service described it, and its cause.</summary>
    public AmazonServiceException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException) =>
        (ErrorType, ErrorCode, RequestId, StatusCode) = (errorType, errorCode, requestId, statusCode);

    /// <summary>Who caused the error.</summary>
    public ErrorType ErrorType { get; set; } = ErrorType.Unknown;

    /// <summary>The service's name for the error, such as <c>AccessDeniedException</c>.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; set; }

    /// <summary>The response's HTTP status; 0 if there was no response.</summary>
    public HttpStatusCode StatusCode { get; set; }
}

/// <summary>Who caused an error.</summary>
public enum ErrorType
{
    /// <summary>The caller.</summary>
    Sender,

    /// <summary>The service.</summary>
    Receiver,

    /// <summary>Unknown.</summary>
    Unknown,
}

/// <summary>A request could not be made: there are no credentials, for example.</summary>
public class AmazonClientException(string message) : Exception(message);
