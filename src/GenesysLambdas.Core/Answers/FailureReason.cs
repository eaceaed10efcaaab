namespace GenesysLambdas.Answers;

/// <summary>What a failure was, in one fixed word, as the log has it: as <see cref="Failure.Reason"/>, or more closely as <see cref="Failure.Detail"/>.</summary>
public static class FailureReason
{
    // Reasons: a lookup may word them differently within one ErrorCode.

    /// <summary>A required input was not given.</summary>
    public const string InputMissing = "input-missing";

    /// <summary>An input was given, but is not valid.</summary>
    public const string InputInvalid = "input-invalid";

    /// <summary>A required secret is not configured or does not exist.</summary>
    public const string SecretMissing = "secret-missing";

    /// <summary>The external API answered with an error status.</summary>
    public const string ErrorStatus = "error-status";

    /// <summary>The external API could not be reached: nothing was sent.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The connection broke after it may have carried the request.</summary>
    public const string BrokenOff = "broken-off";

    /// <summary>The external API answered, but not with the JSON expected.</summary>
    public const string UnusableReply = "unusable-reply";

    // Details: for the log.

    /// <summary>Nothing listens on the port.</summary>
    public const string ConnectionRefused = "connection-refused";

    /// <summary>Connecting, including the TLS handshake, took too long.</summary>
    public const string ConnectTimedOut = "connect-timed-out";

    /// <summary>The host's name could not be resolved.</summary>
    public const string UnknownHost = "unknown-host";

    /// <summary>The TLS handshake failed: the certificate is not trusted or is for another name, or the far end does not speak TLS.</summary>
    public const string Tls = "tls";

    /// <summary>The far end reset the connection after it may have carried the request.</summary>
    public const string ConnectionReset = "connection-reset";

    /// <summary>The last attempt took longer than one may take.</summary>
    public const string AttemptTimedOut = "attempt-timed-out";

    /// <summary>The invocation's time was up.</summary>
    public const string Deadline = "deadline";

    /// <summary>The reply is not HTTP.</summary>
    public const string NotHttp = "not-http";

    /// <summary>The reply is not JSON.</summary>
    public const string NotJson = "not-json";

    /// <summary>The reply, or its head, is larger than the limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A required setting is not set.</summary>
    public const string SettingMissing = "setting-missing";

    /// <summary>A setting's value is not valid.</summary>
    public const string SettingMalformed = "setting-malformed";

    /// <summary>The secret does not hold what it must.</summary>
    public const string SecretUnusable = "secret-unusable";

    /// <summary>The function may not read the secret.</summary>
    public const string SecretDenied = "secret-denied";

    /// <summary>The function may not use the secret's key.</summary>
    public const string SecretKeyDenied = "secret-key-denied";

    /// <summary>Secrets Manager answered with another error.</summary>
    public const string SecretUnreadable = "secret-unreadable";

    /// <summary>Secrets Manager could not be reached.</summary>
    public const string SecretsManagerUnreachable = "secrets-manager-unreachable";

    /// <summary>The request is not an object of inputs.</summary>
    public const string RequestUnreadable = "request-unreadable";
}
