namespace GenesysLambdas.Core.Answers;

/// <summary>The values of <see cref="Failure.Reason"/> and <see cref="Failure.Detail"/>, which are also logged.</summary>
public static class FailureReason
{
    /// <summary>A required input was not given.</summary>
    public const string InputMissing = "input-missing";

    /// <summary>An input was given, but is not valid.</summary>
    public const string InputInvalid = "input-invalid";

    /// <summary>A required secret is not configured or does not exist.</summary>
    public const string SecretMissing = "secret-missing";

    /// <summary>The external API returned an error status.</summary>
    public const string ErrorStatus = "error-status";

    /// <summary>The external API could not be reached: nothing was sent.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The connection was lost after the request may have been sent.</summary>
    public const string BrokenOff = "broken-off";

    /// <summary>The external API's reply is not the expected JSON.</summary>
    public const string UnusableReply = "unusable-reply";

    /// <summary>The reply is not JSON.</summary>
    public const string NotJson = "not-json";

    /// <summary>The reply or its headers are larger than the limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The reply is JSON, but nested too deeply to be read.</summary>
    public const string TooDeep = "too-deep";

    // Only logged; docs/operations.md explains them.
    internal const string ConnectionRefused = "connection-refused";
    internal const string ConnectTimedOut = "connect-timed-out";
    internal const string UnknownHost = "unknown-host";
    internal const string Tls = "tls";
    internal const string ConnectionReset = "connection-reset";
    internal const string AttemptTimedOut = "attempt-timed-out";
    internal const string Deadline = "deadline";
    internal const string NotHttp = "not-http";
    internal const string SettingMissing = "setting-missing";
    internal const string SettingMalformed = "setting-malformed";
    internal const string SecretUnusable = "secret-unusable";
    internal const string SecretDenied = "secret-denied";
    internal const string SecretKeyDenied = "secret-key-denied";
    internal const string SecretUnreadable = "secret-unreadable";
    internal const string SecretsManagerUnreachable = "secrets-manager-unreachable";
    internal const string SecretsManagerThrottled = "secrets-manager-throttled";
    internal const string RefusedBefore = "refused-before";
    internal const string RequestUnreadable = "request-unreadable";
}
