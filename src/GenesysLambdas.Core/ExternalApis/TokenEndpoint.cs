using GenesysLambdas.Answers;
using GenesysLambdas.Contracts;
using GenesysLambdas.Settings;
using Polly;
using Polly.Retry;

namespace GenesysLambdas.ExternalApis;

/// <summary>An OAuth2 token endpoint (RFC 6749, section 3.2). Asking it twice does no harm.</summary>
internal sealed class TokenEndpoint
{
    // Nobody's deadline bounds a token request, since several callers may wait for it.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = ApiHttpClient.Create();
    private readonly Uri _url;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<ApiReply> _pipeline;

    private TokenEndpoint(string url, ApiSettings settings, TimeProvider time)
    {
        (_url, _timeout, _time) = (new Uri(url), settings.AttemptTimeout, time);
        _pipeline = Build(settings.MaxAttempts);
    }

    /// <exception cref="LookupException">A setting is missing or malformed.</exception>
    public static TokenEndpoint Of(SettingsReader settings, ApiContract api, ApiSettings apiSettings, TimeProvider time) =>
        new(ApiUrl.Read(settings, api.TokenUrlSetting, api.TokenUrl), apiSettings, time);

    /// <summary>Asks for a token.</summary>
    /// <exception cref="LookupException">No answer was to be had.</exception>
    public async Task<TokenAnswer> RequestAsync(OAuth2Client client)
    {
        try
        {
            return new(await _pipeline.ExecuteAsync(static async (state, _) => await state.Endpoint.AttemptAsync(state.Client), (Endpoint: this, Client: client)));
        }
        catch (AttemptException e)
        {
            throw e.Failure;
        }
    }

    private async Task<ApiReply> AttemptAsync(OAuth2Client client)
    {
        using var timeout = new CancellationTokenSource(_timeout, _time);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, _url) { Content = client.ToForm() };
            message.Headers.TryAddWithoutValidation("Accept", "application/json");
            message.Headers.TryAddWithoutValidation("User-Agent", ApiHttpClient.UserAgent);
            message.Headers.TryAddWithoutValidation("Authorization", client.Authorization);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            return new ApiReply(response, await ApiReplyBody.ReadAsync(response.Content, timeout.Token));
        }
        catch (OperationCanceledException e)
        {
            throw NoAnswer(ErrorCode.ExternalApiTimeout, "The token endpoint did not answer in time", FailureReason.Unspecified, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw NoAnswer(ErrorCode.ExternalApiError, "The token endpoint could not be reached, or broke off its answer", FailureReason.Unreachable, e);
        }
    }

    private ResiliencePipeline<ApiReply> Build(int maxAttempts)
    {
        var builder = new ResiliencePipelineBuilder<ApiReply> { TimeProvider = _time };
        return maxAttempts == 1 ? builder.Build() : builder.AddRetry(new RetryStrategyOptions<ApiReply>
        {
            MaxRetryAttempts = maxAttempts - 1,
            ShouldHandle = args => new(args.Outcome.Exception is AttemptException || (args.Outcome.Result is { IsTransient: true } reply && DelayAfter(reply, args.AttemptNumber) <= LongestDelay)),
            DelayGenerator = args => new(DelayAfter(args.Outcome.Result, args.AttemptNumber)),
        }).Build();
    }

    private TimeSpan? DelayAfter(ApiReply? reply, int attempt) => reply?.RetryAfter(_time.GetUtcNow()) ?? RetryPolicy.Safe.Delay(attempt);

    private static AttemptException NoAnswer(ErrorCode code, string message, FailureReason reason, Exception cause) =>
        new(new LookupException(new Failure(code, message) { Reason = reason }, cause), carried: true);
}
