using GenesysLambdas.Connections;
using GenesysLambdas.Telemetry;

namespace GenesysLambdas.ExternalApis;

/// <summary>Sends a request to a far end: again if that is worth it, and not at all if the far end has been failing.</summary>
internal sealed class Attempts(FarEnd farEnd, ApiSettings settings, ServerTrust trust, TimeProvider time)
{
    private readonly HttpAttempt _attempt = new(farEnd, trust, time);
    private readonly CircuitBreaker _breaker = new(time);

    /// <summary>Begins to connect to the API, so that the first request does not have to wait for that.</summary>
    public void Prepare() => _attempt.Prepare(new Uri(settings.BaseUrl));

    /// <summary>Sends a request, created once per attempt, and counts attempts and their time for an invocation, if there is one.</summary>
    /// <exception cref="Answers.LookupException">There was no reply.</exception>
    public async Task<ApiReply> SendAsync(Func<HttpRequestMessage> create, RetryPolicy retry, int fingerprint, Deadline deadline, Invocation? invocation)
    {
        var most = _breaker.Admit(fingerprint) switch
        {
            Admission.Refused => throw farEnd.CircuitOpen(),
            Admission.OneAttempt => 1,
            _ => settings.MaxAttempts,
        };
        for (var attempt = 1; ; attempt++)
        {
            var result = await AttemptAsync(create, retry, fingerprint, deadline, invocation);
            if (attempt == most || !retry.MayRepeatAfter(result) || !await WaitAsync(retry, result, attempt, deadline))
            {
                return result.ReplyOrThrow();
            }
        }
    }

    // Whether another attempt is worth making after the wait: meanwhile others may have found the far end down.
    private async Task<bool> WaitAsync(RetryPolicy retry, AttemptResult result, int attempt, Deadline deadline)
    {
        var asked = result.Reply?.RetryAfter(time.GetUtcNow());
        if (_breaker.IsOpenToAll || (asked ?? retry.LongestDelay(attempt)) >= deadline.Remaining)
        {
            return false;
        }

        await Task.Delay(asked ?? retry.Delay(attempt), time, deadline.Token);
        return !_breaker.IsOpenToAll;
    }

    private async Task<AttemptResult> AttemptAsync(
        Func<HttpRequestMessage> create, RetryPolicy retry, int fingerprint, Deadline deadline, Invocation? invocation)
    {
        // Once it is handed to the handler, nobody can say any more that it was never sent.
        deadline.Token.ThrowIfCancellationRequested();
        invocation?.CountAttempt();
        using var measured = invocation?.Measure(Phase.ExternalApi);
        var began = Moment.Now(time);
        // What must not run twice gets no second attempt, and so all the time there is.
        invocation?.MayHaveRun = !retry.IsSafe;
        var result = await _attempt.SendAsync(create, retry.IsSafe ? settings.AttemptTimeout : Timeout.InfiniteTimeSpan, deadline.Token);
        invocation?.MayHaveRun &= result.Reply?.IsSuccess ?? result.WasSent;
        // An attempt cut short by the deadline says nothing about the far end; nor does one that may take as long as it likes.
        if (result.Reply is not null || (deadline.Remaining > TimeSpan.Zero && (retry.IsSafe || !result.WasSent)))
        {
            _breaker.Report(fingerprint, result, began);
        }

        return result;
    }
}
