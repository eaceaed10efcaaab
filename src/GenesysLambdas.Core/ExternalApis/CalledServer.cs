using System.Net;
using System.Net.Sockets;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>The server being called, and the failures of calls to it.</summary>
/// <param name="Setting">The setting that gives its address, for the log; null for the external API, which the log names anyway.</param>
internal sealed record CalledServer(string Name, string? Setting = null)
{
    public static readonly CalledServer ExternalApi = new("The external API");

    /// <param name="cause">What timed out; null for the invocation's deadline.</param>
    public LookupException Timeout(Exception? cause = null)
    {
        var reason = cause is null ? FailureReason.Deadline : FailureReason.AttemptTimedOut;
        return Failed(ErrorCode.ExternalApiTimeout, $"{Name} did not reply in time", reason, cause: cause);
    }

    public LookupException Unreachable(Exception cause) =>
        Failed(ErrorCode.ExternalApiError, $"{Name} could not be reached", FailureReason.Unreachable, Detail(cause), cause);

    public LookupException BrokenOff(Exception cause) =>
        Failed(ErrorCode.ExternalApiError, $"{Name} closed the connection before the reply was complete", FailureReason.BrokenOff, Detail(cause), cause);

    public LookupException TooLarge() => UnusableReply($"{Name}'s reply is larger than 1 MiB", detail: FailureReason.TooLarge);

    public LookupException TooDeep(Exception? cause = null) =>
        UnusableReply($"{Name}'s reply is nested more than {JsonNesting.MaxLevels} levels deep", cause, FailureReason.TooDeep);

    /// <param name="message">One sentence; null for the default message.</param>
    /// <param name="detail">A <see cref="FailureReason"/> value; null to derive it from the cause.</param>
    public LookupException UnusableReply(string? message = null, Exception? cause = null, string? detail = null) =>
        new(Failure.UnusableReply(message ?? $"{Name}'s reply is not the expected JSON", detail ?? Detail(cause)) with { Subject = Setting }, cause);

    public LookupException CircuitOpen() => Failed(ErrorCode.CircuitOpen, $"{Name} has been failing and is not being called for a few seconds");

    public LookupException ErrorStatus(HttpStatusCode status, string because = "")
    {
        var (code, message) = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (ErrorCode.ExternalApiUnauthorized, $"{Name} refused our credentials"),
            HttpStatusCode.TooManyRequests => (ErrorCode.ExternalApiThrottled, $"{Name} is rate limiting our requests"),
            _ => (ErrorCode.ExternalApiError, $"{Name} replied with status {(int)status}{because}"),
        };
        return new(Failed(code, message, FailureReason.ErrorStatus).Failure with { ExternalStatus = (int)status });
    }

    private LookupException Failed(ErrorCode code, string message, string? reason = null, string? detail = null, Exception? cause = null) =>
        new(new Failure(code, message) { Reason = reason, Detail = detail, Subject = Setting }, cause);

    // Null if the exception does not say.
    private static string? Detail(Exception? cause) => cause switch
    {
        HttpRequestException http => Detail(http.HttpRequestError) ?? Detail(SocketErrorOf(http)),
        OperationCanceledException { InnerException: TimeoutException } => FailureReason.ConnectTimedOut,
        HttpIOException http => Detail(http.HttpRequestError),
        IOException => Detail(SocketErrorOf(cause)),
        // The serializer's exception wraps the reader's. JSON of the wrong shape has no inner exception.
        JsonException { InnerException: JsonException } => FailureReason.NotJson,
        _ => null,
    };

    private static string? Detail(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => FailureReason.UnknownHost,
        HttpRequestError.SecureConnectionError => FailureReason.Tls,
        HttpRequestError.ResponseEnded => FailureReason.BrokenOff,
        HttpRequestError.InvalidResponse => FailureReason.NotHttp,
        HttpRequestError.ConfigurationLimitExceeded => FailureReason.TooLarge,
        _ => null,
    };

    private static string? Detail(SocketError? error) => error switch
    {
        SocketError.ConnectionRefused => FailureReason.ConnectionRefused,
        // A name that does not exist is a NameResolutionError; these mean that no name server replied.
        SocketError.TryAgain or SocketError.NoRecovery or SocketError.NoData => FailureReason.UnknownHost,
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => FailureReason.ConnectionReset,
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
