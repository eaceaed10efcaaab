using GenesysLambdas.Core.Telemetry;
using GenesysLambdas.Core.Timing;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>Sends a request with retries, or not at all if the server has been failing.</summary>
internal sealed class RetryingClient(CalledServer server, ApiSettings settings, OutboundServices services)
{
    private readonly TimeProvider _time = services.Time;
    private readonly ApiHttpClient _http = new(server, services.Trust, services.Time);
    private readonly CircuitBreaker _breaker = new(services.Time);

    public Refusals Refusals { get; } = new(services.Time);

    public void Connect() => _http.Connect(new Uri(settings.BaseUrl));

    /// <summary>Sends a request, and records the attempts and their duration in the invocation, if there is one.</summary>
    /// <returns>The reply, or a cached refusal.</returns>
    public async Task<ApiReply> SendAsync(OutgoingRequest request, Deadline deadline, Invocation? invocation = null)
    {
        if (await CachedRefusalAsync(request, deadline) is { } refusal)
        {
            return refusal;
        }

        var most = _breaker.Admit(request.Fingerprint) switch
        {
            Admission.Refused => throw server.CircuitOpen(),
            Admission.OneAttempt => 1,
            _ => settings.MaxAttempts,
        };
        for (var attempt = 1; ; attempt++)
        {
            var result = await AttemptAsync(request, deadline, invocation);
            if (attempt == most || !request.Retry.MayRetryAfter(result) || !await WaitAsync(request.Retry, result, attempt, deadline))
            {
                return result.ReplyOrThrow();
            }
        }
    }

    // Waits for a cached refusal to expire if the deadline allows. Null if the request may be sent.
    private async Task<ApiReply?> CachedRefusalAsync(OutgoingRequest request, Deadline deadline)
    {
        while (Refusals.Find(request.Secret, request.Fingerprint) is { } refused)
        {
            // With jitter, so that waiting calls are not all sent at once.
            var wait = refused.Wait * (1 + (Random.Shared.NextDouble() / 4));
            if (wait is null || wait >= deadline.Remaining)
            {
                return refused.Reply;
            }

            await Task.Delay(wait.Value, _time, deadline.Token);
        }

        return null;
    }

    // Waits, then returns whether to retry: other calls may have found the server down in the meantime.
    private async Task<bool> WaitAsync(RetryPolicy retry, AttemptResult result, int attempt, Deadline deadline)
    {
        var asked = result.Reply?.RetryAfter(_time.GetUtcNow());
        if (_breaker.IsOpenToAll || (asked ?? retry.LongestDelay(attempt)) >= deadline.Remaining)
        {
            return false;
        }

        await Task.Delay(asked ?? retry.Delay(attempt), _time, deadline.Token);
        return !_breaker.IsOpenToAll;
    }

    private async Task<AttemptResult> AttemptAsync(OutgoingRequest request, Deadline deadline, Invocation? invocation)
    {
        // Once the handler has it, we can no longer say that it was not sent.
        deadline.Token.ThrowIfCancellationRequested();
        invocation?.CountAttempt();
        using var measured = invocation?.Measure(Phase.ExternalApi);
        var began = Moment.Now(_time);
        if (request.IsWrite)
        {
            invocation?.BeginWrite();
        }

        // A request that must not run twice gets no retry, so it may use all the remaining time.
        var isSafe = request.Retry.IsSafe;
        var result = await _http.SendAsync(request, isSafe ? settings.AttemptTimeout : Timeout.InfiniteTimeSpan, deadline.Token);
        if (request.IsWrite && !result.MayHaveRun)
        {
            invocation?.WriteNotPerformed();
        }

        // An attempt cut short by the deadline says nothing about the server. Neither does one without a time-out of its own.
        if (result.Reply is not null || (deadline.Remaining > TimeSpan.Zero && (isSafe || !result.WasSent)))
        {
            _breaker.Report(request.Fingerprint, result, began);
        }

        if (result.Reply is { } reply)
        {
            Refusals.Report(request.Secret, request.Fingerprint, reply, began);
        }

        return result;
    }
}
