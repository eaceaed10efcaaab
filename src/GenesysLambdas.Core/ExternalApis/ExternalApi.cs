using GenesysLambdas.Answers;
using GenesysLambdas.Telemetry;

namespace GenesysLambdas.ExternalApis;

/// <summary>One external API for the life of the function: its connections, its settings and its credentials.</summary>
/// <param name="settings">Its settings, read when they are first needed.</param>
/// <param name="credentials">Its credentials, likewise.</param>
/// <param name="time">The clock.</param>
internal sealed class ExternalApi(Lazy<ApiSettings> settings, Lazy<ICredentialSource> credentials, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = ApiHttpClient.Create();

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

    public void Dispose() => _http.Dispose();

    private async Task<Credentials> GetCredentialsAsync(Invocation invocation)
    {
        using (invocation.Measure(Phase.Secret))
        {
            return await credentials.Value.GetAsync(invocation.Deadline.Token);
        }
    }

    private async Task<ApiReply> AttemptAsync(ApiRequest request, Credentials shown, Invocation invocation)
    {
        invocation.CountAttempt();
        using var measured = invocation.Measure(Phase.ExternalApi);
        using var timeout = new CancellationTokenSource(settings.Value.AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, invocation.Deadline.Token);
        try
        {
            using var message = request.ToMessage(settings.Value.BaseUrl, shown, invocation.TraceId);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new ApiReply(response.StatusCode, await ApiReplyBody.ReadAsync(response.Content, either.Token));
        }
        catch (OperationCanceledException e)
        {
            throw ApiFailures.Timeout(e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded)
        {
            throw ApiFailures.UnusableReply(cause: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw ApiFailures.Unreachable(e);
        }
    }
}
