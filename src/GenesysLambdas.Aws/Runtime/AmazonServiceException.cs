using System.Net;

namespace Amazon.Runtime;

/// <summary>An AWS service answered with an error.</summary>
public class AmazonServiceException : Exception
{
    public AmazonServiceException(string message)
        : base(message)
    {
    }

    public AmazonServiceException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException) =>
        (ErrorType, ErrorCode, RequestId, StatusCode) = (errorType, errorCode, requestId, statusCode);

    /// <summary>Who caused the error.</summary>
    public ErrorType ErrorType { get; set; } = ErrorType.Unknown;

    public string? ErrorCode { get; set; }

    public string? RequestId { get; set; }

    /// <summary>The response's HTTP status; 0 if there was no response.</summary>
    public HttpStatusCode StatusCode { get; set; }
}

public enum ErrorType
{
    Sender,

    Receiver,

    Unknown,
}

public class AmazonClientException(string message) : Exception(message);
