using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.SecretsManager.Model;

namespace GenesysLambdas.Secrets;

/// <summary>Recognizes temporary errors of Secrets Manager, which say nothing about the secret.</summary>
internal static class SecretsManagerError
{
    /// <remarks>The codes that AWS's SDKs treat as throttling (AWS SDKs and Tools Reference Guide, "Retry behavior"); most come with status 400.</remarks>
    public static bool IsThrottling(AmazonServiceException e) => e.StatusCode == HttpStatusCode.TooManyRequests || e.ErrorCode is
        "Throttling" or "ThrottlingException" or "ThrottledException" or "RequestThrottled" or "RequestThrottledException"
        or "TooManyRequestsException" or "RequestLimitExceeded" or "BandwidthLimitExceeded" or "SlowDown";

    /// <remarks>Secrets Manager API Reference, "Common Errors": InternalFailure and ServiceUnavailable come with status 500 and 503.</remarks>
    public static bool IsOutage(AmazonServiceException e) => e is InternalServiceErrorException
        || (int)e.StatusCode >= 500 || e.StatusCode == HttpStatusCode.RequestTimeout
        || e.ErrorCode is "InternalFailure" or "InternalServerError" or "ServiceUnavailable" or "ServiceUnavailableException" or "RequestTimeout" or "RequestTimeoutException"
        // No status means no response; the cause says why.
        || (e.StatusCode == default && e.InnerException is HttpRequestException or IOException or SocketException or TimeoutException or OperationCanceledException);
}
