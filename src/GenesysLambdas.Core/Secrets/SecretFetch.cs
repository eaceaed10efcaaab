using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.Core.Secrets;

/// <summary>Fetches one secret from Secrets Manager, and explains failures.</summary>
/// <param name="setting">The setting that names the secret. Messages name the setting, not the secret.</param>
internal sealed class SecretFetch(Lazy<IAmazonSecretsManager> client, string setting, string secretId, TimeProvider time)
{
    // Longer than the client's own attempts take. Its time-out covers only the reply's headers, not a body that trickles in.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Caches the secret for a time to live. After that, the old one is used until there is a new one or Secrets Manager denies it.
    /// With zero, nothing is cached.
    /// </summary>
    public CachedValue<Secret> CreateCache(TimeSpan timeToLive) => new(
        async () => new(await GetAsync(), timeToLive, timeToLive == TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan), time, Judge);

    /// <summary>What a failure of <see cref="GetAsync"/> means for a cached secret.</summary>
    public static FetchFailure Judge(Exception exception) => (exception as LookupException)?.Failure switch
    {
        null => FetchFailure.Outage,
        { Detail: FailureReason.SecretsManagerThrottled } => FetchFailure.Throttled,
        { Reason: FailureReason.SecretsManagerUnreachable } => FetchFailure.Outage,
        _ => FetchFailure.Denied,
    };

    /// <summary>How long a secret is cached before it is fetched again.</summary>
    public static TimeSpan TimeToLive(SettingsReader settings) =>
        TimeSpan.FromSeconds(settings.Integer(HostSettings.SecretCacheSeconds));

    /// <summary>Fetches the secret. The client itself retries transient failures.</summary>
    /// <param name="versionStage">The staging label of the version to fetch; null for the current version.</param>
    /// <exception cref="LookupException">A <see cref="ErrorCode.ConfigurationError"/> that says what to do.</exception>
    public async Task<Secret> GetAsync(string? versionStage = null)
    {
        using var bound = new CancellationTokenSource(LongestWait, time);
        try
        {
            var request = new GetSecretValueRequest { SecretId = secretId, VersionStage = versionStage };
            var response = await client.Value.GetSecretValueAsync(request, bound.Token).WaitAsync(bound.Token);
            return Secret.Parse(response.SecretString, problem => SecretFailure.Unusable(setting, problem));
        }
        catch (Exception exception) when (exception is not LookupException)
        {
            throw Explain(exception, isTimeout: exception is OperationCanceledException && bound.IsCancellationRequested).ToException(setting, exception);
        }
    }

    private static SecretFailure Explain(Exception exception, bool isTimeout) => exception switch
    {
        ResourceNotFoundException => new("does not exist, or has no value yet", FailureReason.SecretMissing),
        InvalidRequestException => new("cannot be read; it may be marked for deletion", FailureReason.SecretUnreadable),
        DecryptionFailureException => new("cannot be decrypted; the function's execution role needs kms:Decrypt on its key", FailureReason.SecretKeyDenied),
        AmazonServiceException { ErrorCode: "AccessDeniedException" or "AccessDenied" } =>
            new("may not be read by the function; its execution role needs secretsmanager:GetSecretValue on it", FailureReason.SecretDenied),
        ReplyTooLargeException or { InnerException: ReplyTooLargeException } =>
            new("could not be read because Secrets Manager's reply is too large to be a secret", FailureReason.SecretUnreadable),
        AmazonServiceException e when IsThrottling(e) =>
            new("could not be read because Secrets Manager is rate limiting our requests", FailureReason.SecretsManagerUnreachable)
            {
                Detail = FailureReason.SecretsManagerThrottled,
            },
        AmazonServiceException e when IsOutage(e) => new("could not be read from Secrets Manager", FailureReason.SecretsManagerUnreachable),
        AmazonServiceException => new("could not be read from Secrets Manager", FailureReason.SecretUnreadable),
        _ when isTimeout => new("could not be read because Secrets Manager did not reply in time", FailureReason.SecretsManagerUnreachable),
        _ => new("could not be read because Secrets Manager could not be reached", FailureReason.SecretsManagerUnreachable),
    };

    /// <remarks>The codes that AWS's SDKs treat as throttling (AWS SDKs and Tools Reference Guide, "Retry behavior"); most come with status 400.</remarks>
    private static bool IsThrottling(AmazonServiceException e) => e.StatusCode == HttpStatusCode.TooManyRequests || e.ErrorCode is
        "Throttling" or "ThrottlingException" or "ThrottledException" or "RequestThrottled" or "RequestThrottledException"
        or "TooManyRequestsException" or "RequestLimitExceeded" or "BandwidthLimitExceeded" or "SlowDown";

    /// <remarks>Secrets Manager API Reference, "Common Errors": InternalFailure and ServiceUnavailable come with status 500 and 503.</remarks>
    private static bool IsOutage(AmazonServiceException e) => e is InternalServiceErrorException
        || (int)e.StatusCode >= 500 || e.StatusCode == HttpStatusCode.RequestTimeout
        || e.ErrorCode is "InternalFailure" or "InternalServerError" or "ServiceUnavailable" or "ServiceUnavailableException"
            or "RequestTimeout" or "RequestTimeoutException"
        // No status means no response; the cause says why.
        || (e.StatusCode == default
            && e.InnerException is HttpRequestException or IOException or SocketException or TimeoutException or OperationCanceledException);
}

/// <summary>A problem with a secret. Messages name its setting, not the secret.</summary>
/// <param name="Problem">Worded to follow "The secret".</param>
/// <param name="Reason">A <see cref="FailureReason"/> value.</param>
internal readonly record struct SecretFailure(string Problem, string Reason)
{
    public string? Detail { get; init; }

    public static LookupException Unusable(string setting, string problem) => new SecretFailure(problem, FailureReason.SecretUnusable).ToException(setting);

    public LookupException ToException(string setting, Exception? cause = null) => new(
        new Failure(ErrorCode.ConfigurationError, $"The secret named by {setting} {Problem}") { Reason = Reason, Detail = Detail, Subject = setting },
        cause);
}
