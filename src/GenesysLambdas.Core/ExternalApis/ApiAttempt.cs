using GenesysLambdas.Telemetry;

namespace GenesysLambdas.ExternalApis;

/// <summary>Sends a request once, within the attempt's time-out and the invocation's deadline.</summary>
internal sealed class ApiAttempt(HttpClient http, Lazy<ApiSettings> settings, TimeProvider time)
{
    /// <exception cref="AttemptException">No reply came.</exception>
    public async Task<ApiReply> SendAsync(ApiRequest request, Credentials shown, Invocation invocation)
    {
        invocation.CountAttempt();
        using var measured = invocation.Measure(Phase.ExternalApi);
        using var timeout = new CancellationTokenSource(settings.Value.AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, invocation.Deadline.Token);
        try
        {
            using var message = request.ToMessage(settings.Value.BaseUrl, shown, invocation.TraceId);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new ApiReply(response, await ApiReplyBody.ReadAsync(response.Content, either.Token));
        }
        catch (OperationCanceledException e)
        {
            throw new AttemptException(ApiFailures.Timeout(e), carried: true);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded)
        {
            throw ApiFailures.UnusableReply(cause: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw NeverConnected(e)
                ? new AttemptException(ApiFailures.Unreachable(e), carried: false)
                : new AttemptException(ApiFailures.BrokenOff(e), carried: true);
        }
    }

    private static bool NeverConnected(Exception e) => e is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError,
    };
}
