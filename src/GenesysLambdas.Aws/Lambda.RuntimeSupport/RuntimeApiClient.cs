using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The Lambda runtime API, version 2018-06-01 (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
/// Survives broken connections: asks for the next event again after a while, and posts an answer again a few times.
/// </summary>
internal sealed class RuntimeApiClient(HttpClient http, string? endpoint = null)
{
    /// <summary>The largest answer that Lambda takes: a little over 6 MB.</summary>
    public const int MaxAnswerBytes = 6 * 1024 * 1024 + 100;

    // About two minutes with the waits in between: longer than an emulator takes to restart, but not forever.
    private const int MaxNextAttempts = 30;
    private const int MaxPostAttempts = 3;

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly string UserAgent = $"aws-lambda-dotnet-lean/{Environment.Version}";

    private readonly string? endpoint = endpoint ?? Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");

    /// <summary>A client without a timeout, since the next event may be hours away.</summary>
    public static HttpClient CreateHttpClient() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Waits for an event.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> was cancelled.</exception>
    /// <exception cref="RuntimeApiException">No more events can come.</exception>
    public async Task<InvocationEvent> NextAsync(CancellationToken stopping)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Address("invocation/next"));
                using var response = await SendAsync(request, stopping);
                // By the protocol, the one status that cannot be recovered from: the process should exit.
                return response.StatusCode == HttpStatusCode.InternalServerError
                    ? throw new RuntimeApiException("The runtime API answered 500: the process must end.")
                    : await InvocationEvent.ReadAsync(response.EnsureSuccessStatusCode());
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                if (attempt == MaxNextAttempts)
                {
                    throw new RuntimeApiException($"The runtime API at {endpoint} sends no events: {e.Message}", e);
                }
            }
            catch (TaskCanceledException) when (!stopping.IsCancellationRequested)
            {
                // The caller's own client has a timeout, and has waited long enough already.
                continue;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(50 << Math.Min(attempt - 1, 10), 5000)), stopping);
        }
    }

    /// <summary>Sends an answer; one that is too large becomes the function's failure.</summary>
    public async Task AnswerAsync(string requestId, ReadOnlyMemory<byte> answer)
    {
        var status = answer.Length > MaxAnswerBytes
            ? HttpStatusCode.RequestEntityTooLarge
            : await PostAsync($"invocation/{requestId}/response", answer);
        if (status == HttpStatusCode.RequestEntityTooLarge)
        {
            await FailAsync(requestId, FunctionError.AnswerTooLarge(answer.Length));
        }
    }

    /// <summary>Reports that the function failed on this event.</summary>
    public Task FailAsync(string requestId, FunctionError error) =>
        PostAsync($"invocation/{requestId}/error", error.ToJson(), error.Type);

    /// <summary>Reports that the function cannot start. The process should then exit with an error.</summary>
    public Task FailInitializationAsync(Exception exception)
    {
        var error = FunctionError.Create(exception);
        return PostAsync("init/error", error.ToJson(), error.Type);
    }

    // A failure to post is logged and not thrown: it must not stop the next event.
    private async Task<HttpStatusCode?> PostAsync(string path, ReadOnlyMemory<byte> body, string? errorType = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Address(path));
                request.Content = new ReadOnlyMemoryContent(body);
                request.Content.Headers.ContentType = Json;
                // A header cannot carry an exception's name that is not ASCII; the body can.
                if (errorType is not null && Ascii.IsValid(errorType))
                {
                    request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
                }

                using var response = await SendAsync(request, CancellationToken.None);
                if (!response.IsSuccessStatusCode)
                {
                    await Console.Error.WriteLineAsync($"The runtime API answered {(int)response.StatusCode} to {path}.");
                }

                return response.StatusCode;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                if (attempt == MaxPostAttempts)
                {
                    await Console.Error.WriteLineAsync($"The runtime API did not take {path}: {e.Message}");
                    return null;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), CancellationToken.None);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private Uri Address(string path) => endpoint is { Length: > 0 }
        ? new Uri($"http://{endpoint.TrimEnd('/')}/2018-06-01/runtime/{path}")
        : throw new RuntimeApiException(
            "AWS_LAMBDA_RUNTIME_API is not set. This is a Lambda function: it runs in AWS Lambda, or under an emulator that sets this variable.");
}
