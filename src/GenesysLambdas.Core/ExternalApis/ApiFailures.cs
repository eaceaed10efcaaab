using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using GenesysLambdas.Answers;

namespace GenesysLambdas.ExternalApis;

/// <summary>The failures of calling an external API, in words.</summary>
internal static class ApiFailures
{
    /// <param name="cause">What ended the attempt; null: the invocation's deadline.</param>
    public static LookupException Timeout(Exception? cause = null) =>
        new(new Failure(ErrorCode.ExternalApiTimeout, "The external API did not answer in time") { Detail = cause is null ? FailureDetail.Deadline : FailureDetail.AttemptTimedOut }, cause);

    public static LookupException Unreachable(Exception cause) =>
        new(new Failure(ErrorCode.ExternalApiError, "The external API could not be reached") { Reason = FailureReason.Unreachable, Detail = Detail(cause) }, cause);

    public static LookupException BrokenOff(Exception cause) =>
        new(new Failure(ErrorCode.ExternalApiError, "The connection to the external API broke before its reply was complete") { Reason = FailureReason.BrokenOff, Detail = Detail(cause) }, cause);

    public static LookupException UnusableReply(string message = "The external API's answer is not the JSON expected", Exception? cause = null, string? detail = null) =>
        new(new Failure(ErrorCode.ExternalApiError, message) { Reason = FailureReason.UnusableReply, Detail = detail ?? Detail(cause) }, cause);

    public static LookupException CircuitOpen() =>
        new(new Failure(ErrorCode.CircuitOpen, "The external API has been failing, and is not called for a few seconds"));

    public static LookupException SecretMissing(string setting) =>
        new(new Failure(ErrorCode.ConfigurationError, $"The setting {setting} is missing, and the external API cannot be called without a secret") { Reason = FailureReason.SecretMissing, Subject = setting });

    public static LookupException ErrorStatus(HttpStatusCode status)
    {
        var (code, message) = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (ErrorCode.ExternalApiUnauthorized, "The external API refused our credentials"),
            HttpStatusCode.TooManyRequests => (ErrorCode.ExternalApiThrottled, "The external API is being asked too often"),
            _ => (ErrorCode.ExternalApiError, $"The external API answered with status {(int)status}"),
        };
        return new(new Failure(code, message) { Reason = FailureReason.ErrorStatus, ExternalStatus = (int)status });
    }

    /// <summary>What can be told from the exception that ended a call: a word of <see cref="FailureDetail"/>; null where that is nothing.</summary>
    private static string? Detail(Exception? cause) => cause switch
    {
        HttpRequestException http => Detail(http.HttpRequestError) ?? Detail(SocketErrorOf(http)),
        OperationCanceledException { InnerException: TimeoutException } => FailureDetail.ConnectTimedOut,
        HttpIOException http => Detail(http.HttpRequestError),
        IOException => Detail(SocketErrorOf(cause)),
        // The reader's exception, within the serializer's. JSON of another shape than expected has none.
        JsonException { InnerException: JsonException } => FailureDetail.NotJson,
        _ => null,
    };

    private static string? Detail(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => FailureDetail.UnknownHost,
        HttpRequestError.SecureConnectionError => FailureDetail.Tls,
        HttpRequestError.ResponseEnded => FailureDetail.BrokenOff,
        HttpRequestError.InvalidResponse => FailureDetail.NotHttp,
        HttpRequestError.ConfigurationLimitExceeded => FailureDetail.TooLarge,
        _ => null,
    };

    private static string? Detail(SocketError? error) => error switch
    {
        SocketError.ConnectionRefused => FailureDetail.ConnectionRefused,
        // Only a name that does not exist is a NameResolutionError: no answer from the name servers is none.
        SocketError.TryAgain or SocketError.NoRecovery or SocketError.NoData => FailureDetail.UnknownHost,
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => FailureDetail.ConnectionReset,
        _ => null,
    };

    private static SocketError? SocketErrorOf(Exception? cause)
    {
        while (cause is not (null or SocketException))
        {
            cause = cause.InnerException;
        }

        return (cause as SocketException)?.SocketErrorCode;
    }
}
