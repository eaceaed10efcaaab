using GenesysLambdas.Answers;
using GenesysLambdas.Connections;

namespace GenesysLambdas.ExternalApis;

/// <summary>Sends a request once.</summary>
internal sealed class HttpAttempt(FarEnd farEnd, ServerTrust trust, TimeProvider time)
{
    private readonly ApiHttpClient _http = new(trust, time);

    /// <summary>Begins to connect, so that the first request does not have to wait for that.</summary>
    public void Prepare(Uri address) => _http.Prepare(address);

    public async Task<AttemptResult> SendAsync(Func<HttpRequestMessage> create, TimeSpan timeout, CancellationToken deadline)
    {
        using var timer = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, deadline);
        try
        {
            using var message = create();
            using var response = await _http.SendAsync(message, either.Token);
            return new(new ApiReply(response, await ApiReplyBody.ReadAsync(response.Content, either.Token)), null);
        }
        // A cancelled read does not always end as a cancellation.
        catch (Exception e) when (e is HttpRequestException or IOException && either.IsCancellationRequested)
        {
            return new(null, farEnd.Timeout(e));
        }
        catch (Exception e) when (FailureOf(e) is { } failure)
        {
            return new(null, failure);
        }
    }

    // Null for a defect in this code, which must not pass for a failure of the far end.
    private LookupException? FailureOf(Exception exception) => exception switch
    {
        InvalidDataException => farEnd.TooLarge(),
        // The handler's own time-out for connecting.
        OperationCanceledException { InnerException: TimeoutException } => farEnd.Unreachable(exception),
        OperationCanceledException => farEnd.Timeout(exception),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } =>
            farEnd.UnusableReply(cause: exception),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } =>
            farEnd.Unreachable(exception),
        HttpRequestException or IOException => farEnd.BrokenOff(exception),
        _ => null,
    };
}
