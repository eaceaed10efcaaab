using System.Net;

namespace Amazon.Runtime;

/// <summary>An AWS service answered with an error.</summary>
public class AmazonServiceException : Exception
{
    /// <summary>An error of which nothing is known.</summary>
    public AmazonServiceException()
    {
    }

    /// <summary>An error of which only the message is known.</summary>
    public AmazonServiceException(string message)
        : base(message)
    {
    }

    /// <summary>An error that came from another.</summary>
    public AmazonServiceException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error as the service described it.</summary>
    public AmazonServiceException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : this(message, innerException: null, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service described it, that came from another.</summary>
    public AmazonServiceException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException) =>
        (ErrorType, ErrorCode, RequestId, StatusCode) = (errorType, errorCode, requestId, statusCode);

    /// <summary>Whose fault the error is.</summary>
    public ErrorType ErrorType { get; set; } = ErrorType.Unknown;

    /// <summary>The service's name for the error, such as <c>AccessDeniedException</c>.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; set; }

    /// <summary>The response's HTTP status; 0 where there was no response.</summary>
    public HttpStatusCode StatusCode { get; set; }
}
