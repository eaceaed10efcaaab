namespace GenesysLambdas.Answers;

/// <summary>What a failure was, in one fixed word for the log. Where none of these fits, <see cref="FailureReason"/> has one.</summary>
public static class FailureDetail
{
    /// <summary>Nobody listens on the port.</summary>
    public const string ConnectionRefused = "connection-refused";

    /// <summary>No connection came about in time, the TLS handshake included.</summary>
    public const string ConnectTimedOut = "connect-timed-out";

    /// <summary>The host's name could not be resolved.</summary>
    public const string UnknownHost = "unknown-host";

    /// <summary>The TLS handshake failed: the certificate is not trusted or bears another name, or the far end does not speak TLS.</summary>
    public const string Tls = "tls";

    /// <summary>The far end reset the connection after it may have carried the request.</summary>
    public const string ConnectionReset = "connection-reset";

    /// <summary>The far end closed the connection before its reply was complete.</summary>
    public const string BrokenOff = "broken-off";

    /// <summary>The last attempt took longer than one may take.</summary>
    public const string AttemptTimedOut = "attempt-timed-out";

    /// <summary>The invocation's time was up.</summary>
    public const string Deadline = "deadline";

    /// <summary>The reply is not HTTP.</summary>
    public const string NotHttp = "not-http";

    /// <summary>The reply is not JSON.</summary>
    public const string NotJson = "not-json";

    /// <summary>The reply, or its head, is larger than is read.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A setting is needed and not set.</summary>
    public const string SettingMissing = "setting-missing";

    /// <summary>A setting is not as it must be.</summary>
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
