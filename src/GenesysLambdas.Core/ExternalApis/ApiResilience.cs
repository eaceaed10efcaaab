using System.Net;
using GenesysLambdas.Telemetry;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace GenesysLambdas.ExternalApis;

/// <summary>Attempts, the waits between them, and the circuit breaker of one external API; all within the invocation's deadline.</summary>
internal sealed class ApiResilience(int maxAttempts, TimeProvider time)
{
    private static readonly ResiliencePropertyKey<ApiRequest> Request = new("request");
    private static readonly ResiliencePropertyKey<Invocation> Invocation = new("invocation");

    private readonly ResiliencePipeline<ApiReply> _pipeline = Build(maxAttempts, time);

    /// <summary>Makes attempts until one is worth answering with.</summary>
    /// <exception cref="BrokenCircuitException">The API has been failing, and was not called.</exception>
    /// <exception cref="AttemptException">The last attempt brought no reply.</exception>
    public async Task<ApiReply> ExecuteAsync(ApiRequest request, Invocation invocation, Func<Task<ApiReply>> attempt)
    {
        var context = ResilienceContextPool.Shared.Get(invocation.Deadline.Token);
        context.Properties.Set(Request, request);
        context.Properties.Set(Invocation, invocation);
        try
        {
            return await _pipeline.ExecuteAsync(static async (_, attempt) => await attempt(), context, attempt);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline<ApiReply> Build(int maxAttempts, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<ApiReply> { TimeProvider = time };
        if (maxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<ApiReply>
            {
                MaxRetryAttempts = maxAttempts - 1,
                ShouldHandle = args => new(IsWorthRepeating(args, time)),
                DelayGenerator = args => new(DelayAfter(args.Outcome, args.Context, args.AttemptNumber, time)),
            });
        }

        return builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<ApiReply>
        {
            // Half of ten within half a minute: no single caller's bad luck opens it, and a dead API costs few callers their patience.
            FailureRatio = 0.5,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(10),
            ShouldHandle = args => new(IsFailing(args.Outcome, args.Context)),
        }).Build();
    }

    private static bool IsWorthRepeating(RetryPredicateArguments<ApiReply> args, TimeProvider time)
    {
        var policy = args.Context.Properties.GetValue(Request, null!).Retry;
        var mayRepeat = args.Outcome switch
        {
            { Result: { } reply } => policy.IsSafe ? reply.IsTransient : reply.Status == HttpStatusCode.TooManyRequests,
            { Exception: AttemptException e } => policy.IsSafe || !e.Carried,
            _ => false,
        };
        return mayRepeat && LongestDelayAfter(args.Outcome, policy, args.AttemptNumber, time) < Remaining(args.Context);
    }

    private static TimeSpan LongestDelayAfter(Outcome<ApiReply> outcome, RetryPolicy policy, int attempt, TimeProvider time) =>
        outcome.Result?.RetryAfter(time.GetUtcNow()) ?? policy.LongestDelay(attempt);

    private static TimeSpan? DelayAfter(Outcome<ApiReply> outcome, ResilienceContext context, int attempt, TimeProvider time) =>
        outcome.Result?.RetryAfter(time.GetUtcNow()) ?? context.Properties.GetValue(Request, null!).Retry.Delay(attempt);

    // Asking too often is our fault, not the API's; and an attempt that the deadline ended says nothing of it.
    private static bool IsFailing(Outcome<ApiReply> outcome, ResilienceContext context) => outcome switch
    {
        { Result: { } reply } => reply.IsTransient && reply.Status != HttpStatusCode.TooManyRequests,
        { Exception: AttemptException } => Remaining(context) > TimeSpan.Zero,
        _ => false,
    };

    private static TimeSpan Remaining(ResilienceContext context) => context.Properties.GetValue(Invocation, null!).Deadline.Remaining;
}
