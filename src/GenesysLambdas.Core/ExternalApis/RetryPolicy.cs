using System.Net;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>When to retry a request, and after how long.</summary>
public sealed class RetryPolicy
{
    private readonly TimeSpan _first;
    private readonly bool _jitter;

    private RetryPolicy(bool safe, TimeSpan first, bool jitter) => (IsSafe, _first, _jitter) = (safe, first, jitter);

    /// <summary>For requests that may be performed twice: retried after 408, 429, 500, 502, 503 or 504, or if there was no complete reply.</summary>
    public static RetryPolicy Safe { get; } = new(safe: true, TimeSpan.FromMilliseconds(100), jitter: true);

    /// <summary>For requests that must not be performed twice: retried only after a 429, or if no connection was made.</summary>
    public static RetryPolicy UnlessRun { get; } = new(safe: false, TimeSpan.FromSeconds(2), jitter: false);

    internal bool IsSafe { get; }

    internal bool MayRetryAfter(AttemptResult result) =>
        result.Reply is { } reply
            ? IsSafe ? reply.IsTransient : reply.Status == HttpStatusCode.TooManyRequests
            : result.IsSilent && (IsSafe || !result.WasSent);

    /// <summary>The longest wait after an attempt, counted from 1.</summary>
    internal TimeSpan LongestDelay(int attempt) => _first * (1L << Math.Min(attempt - 1, 16));

    /// <summary>The wait after an attempt, with jitter so that callers that failed together do not retry together.</summary>
    internal TimeSpan Delay(int attempt) => LongestDelay(attempt) * (_jitter ? 0.5 + (Random.Shared.NextDouble() / 2) : 1);
}
