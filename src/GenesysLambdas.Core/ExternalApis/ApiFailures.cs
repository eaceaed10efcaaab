using System.Net;
using GenesysLambdas.Answers;

namespace GenesysLambdas.ExternalApis;

/// <summary>The failures of calling an external API, in words.</summary>
internal static class ApiFailures
{
    public static LookupException Timeout(Exception? cause = null) =>
        new(new Failure(ErrorCode.ExternalApiTimeout, "The external API did not answer in time"), cause);

    public static LookupException Unreachable(Exception cause) =>
        new(new Failure(ErrorCode.ExternalApiError, "The external API could not be reached") { Reason = FailureReason.Unreachable }, cause);

    public static LookupException BrokenOff(Exception cause) =>
        new(new Failure(ErrorCode.ExternalApiError, "The connection to the external API broke before its reply was complete") { Reason = FailureReason.BrokenOff }, cause);

    public static LookupException UnusableReply(string message = "The external API's answer is not the JSON expected", Exception? cause = null) =>
        new(new Failure(ErrorCode.ExternalApiError, message) { Reason = FailureReason.UnusableReply }, cause);

    public static LookupException CircuitOpen() =>
        new(new Failure(ErrorCode.CircuitOpen, "The external API has been failing, and is not called for a few seconds"));

    public static LookupException SecretMissing(string setting) =>
        new(new Failure(ErrorCode.ConfigurationError, $"The setting {setting} is missing, and the external API cannot be called without a secret") { Reason = FailureReason.SecretMissing });

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
}
