using GenesysLambdas.Answers;
using GenesysLambdas.Telemetry;
using Polly.CircuitBreaker;

namespace GenesysLambdas.ExternalApis;

/// <summary>One external API for the life of the function: its connections, its settings and its credentials.</summary>
/// <param name="settings">Its settings, read when they are first needed.</param>
/// <param name="credentials">Its credentials, likewise.</param>
/// <param name="time">The clock.</param>
internal sealed class ExternalApi(Lazy<ApiSettings> settings, Lazy<ICredentialSource> credentials, TimeProvider time)
{
    private readonly ApiAttempt _attempt = new(ApiHttpClient.Create(), settings, time);
    private readonly Lazy<ApiResilience> _resilience = new(() => new ApiResilience(settings.Value.MaxAttempts, time));

    /// <summary>How long what was found is kept; none: it is not.</summary>
    /// <exception cref="LookupException">A setting is missing or malformed.</exception>
    public TimeSpan KeepFound => settings.Value.KeepFound;

    /// <summary>Begins what takes time and needs no event: the secret. A failure shows when the secret is needed.</summary>
    public void Prepare()
    {
        try
        {
            _ = credentials.Value.GetAsync(CancellationToken.None).ContinueWith(
                fetching => _ = fetching.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
        catch (LookupException)
        {
            // Told again, and then answered, by the first call.
        }
    }

    /// <summary>Sends a request, and once more where fresh credentials may heal a refusal.</summary>
    /// <exception cref="LookupException">No reply was to be had.</exception>
    public async Task<ApiReply> SendAsync(ApiRequest request, Invocation invocation)
    {
        var shown = await GetCredentialsAsync(invocation);
        var reply = await AttemptAsync(request, shown, invocation);
        if (reply.RefusesCredentials && await credentials.Value.RenewAsync(shown, invocation.Deadline.Token))
        {
            shown = await GetCredentialsAsync(invocation);
            reply = await AttemptAsync(request, shown, invocation);
        }

        return reply;
    }

    private async Task<Credentials> GetCredentialsAsync(Invocation invocation)
    {
        using (invocation.Measure(Phase.Secret))
        {
            return await credentials.Value.GetAsync(invocation.Deadline.Token);
        }
    }

    private async Task<ApiReply> AttemptAsync(ApiRequest request, Credentials shown, Invocation invocation)
    {
        LookupException? last = null;
        try
        {
            return await _resilience.Value.ExecuteAsync(request, invocation, SendOnceAsync);
        }
        catch (AttemptException e)
        {
            throw e.Failure;
        }
        catch (BrokenCircuitException e)
        {
            // Where this very call broke it, what broke it says more.
            throw last ?? ApiFailures.CircuitOpen(e);
        }

        async Task<ApiReply> SendOnceAsync()
        {
            try
            {
                var reply = await _attempt.SendAsync(request, shown, invocation);
                last = reply.IsTransient ? ApiFailures.ErrorStatus(reply.Status) : null;
                return reply;
            }
            catch (AttemptException e)
            {
                last = e.Failure;
                throw;
            }
        }
    }
}
