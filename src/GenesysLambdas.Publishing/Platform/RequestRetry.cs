using System.Net;
using System.Security.Authentication;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>Retries requests that Genesys Cloud did not perform, or that are safe to retry.</summary>
internal sealed class RequestRetry(TimeProvider time, Action<string> say)
{
    // An action may take a minute, and its test answers only then.
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(70);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private const int MaxRetries = 4;

    /// <param name="isSafe">Whether it may be retried even if it may have been performed.</param>
    /// <exception cref="HttpRequestException">There was no reply.</exception>
    /// <exception cref="TimeoutRejectedException">There was no reply in time.</exception>
    public async Task<PlatformReply> RunAsync(bool isSafe, Func<CancellationToken, Task<PlatformReply>> send, CancellationToken cancellationToken)
    {
        var pipeline = new ResiliencePipelineBuilder<PlatformReply> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<PlatformReply>
            {
                MaxRetryAttempts = MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(ShouldRetry(attempt.Outcome, isSafe)),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.RetryAfter),
                OnRetry = attempt =>
                {
                    say(Explain(attempt.Outcome, attempt.RetryDelay));
                    return default;
                },
            })
            .AddTimeout(LongestAttempt)
            .Build();
        return await pipeline.ExecuteAsync(async token => await AttemptAsync(send, token), cancellationToken);
    }

    private static async Task<PlatformReply> AttemptAsync(Func<CancellationToken, Task<PlatformReply>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await send(cancellationToken);
        }
        catch (OperationCanceledException exception) when (exception.InnerException is TimeoutException)
        {
            // This is how .NET reports a connect time-out. Nobody cancelled anything.
            throw new HttpRequestException(HttpRequestError.ConnectionError, exception.InnerException.Message, exception);
        }
    }

    private static bool ShouldRetry(Outcome<PlatformReply> outcome, bool isSafe) => outcome switch
    {
        { Result.RetryAfter: { } wait } when wait > LongestWait => false,
        { Result.Status: HttpStatusCode.TooManyRequests } => true,
        { Result.Status: HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } => isSafe,
        // Retrying does not help with an untrusted certificate.
        { Exception: HttpRequestException { InnerException: AuthenticationException } } => false,
        { Exception: HttpRequestException exception } => isSafe || WasNeverSent(exception),
        { Exception: TimeoutRejectedException } => isSafe,
        _ => false,
    };

    private static string Explain(Outcome<PlatformReply> outcome, TimeSpan delay) => outcome switch
    {
        { Result.Status: HttpStatusCode.TooManyRequests } => $"Genesys Cloud is rate limiting our requests: waiting {Math.Ceiling(delay.TotalSeconds):F0} s.",
        { Result: { } reply } => $"Genesys Cloud failed with status {(int)reply.Status}; retrying.",
        { Exception: HttpRequestException exception } when WasNeverSent(exception) => "Cannot reach Genesys Cloud; retrying.",
        _ => "No complete reply from Genesys Cloud; retrying.",
    };

    private static bool WasNeverSent(HttpRequestException exception) =>
        exception.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;
}
