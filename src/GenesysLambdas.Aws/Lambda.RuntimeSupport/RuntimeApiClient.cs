using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The Lambda runtime API, version 2018-06-01 (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
/// Lives on when a connection breaks: asks for the next event again after a while, and posts an answer again a few times.
/// </summary>
internal sealed class RuntimeApiClient(HttpClient http, string? endpoint = null)
{
    /// <summary>What Lambda takes as an answer: 6 MB and a little.</summary>
    public const int MaxAnswerBytes = 6 * 1024 * 1024 + 100;

    // With the waits between them some two minutes: longer than any emulator restarts, and no orphan for ever.
    private const int MaxNextAttempts = 30;
    private const int MaxPostAttempts = 3;

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly string UserAgent = $"aws-lambda-dotnet-lean/{Environment.Version}";

    private readonly string? endpoint = endpoint ?? Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");

    /// <summary>A client without limit of time, since the next event may be hours away.</summary>
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
    /// <exception cref="RuntimeApiException">There are no more events to be had.</exception>
    public async Task<InvocationEvent> NextAsync(CancellationToken stopping)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Address("invocation/next"));
                using var response = await SendAsync(request, stopping);
                // The one status that the protocol calls beyond recovery, and asks to exit for.
                return response.StatusCode == HttpStatusCode.InternalServerError
                    ? throw new RuntimeApiException("The runtime API answered 500: the process is to end.")
                    : await InvocationEvent.ReadAsync(response.EnsureSuccessStatusCode());
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                if (attempt == MaxNextAttempts)
                {
                    throw new RuntimeApiException($"The runtime API at {endpoint} gives no events: {e.Message}", e);
                }
            }
            catch (TaskCanceledException) when (!stopping.IsCancellationRequested)
            {
                // A client of the caller's own, with a limit of time: it has waited long enough already.
                continue;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(50 << Math.Min(attempt - 1, 10), 5000)), stopping);
        }
    }

    /// <summary>Gives an answer; one that is too large, or is not taken, becomes the function's failure.</summary>
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

    /// <summary>Reports that the function cannot start. The process should exit with an error then.</summary>
    public Task FailInitializationAsync(Exception exception)
    {
        var error = FunctionError.Create(exception);
        return PostAsync("init/error", error.ToJson(), error.Type);
    }

    // A failure to post is told in the log and not thrown: the next event is another matter.
    private async Task<HttpStatusCode?> PostAsync(string path, ReadOnlyMemory<byte> body, string? errorType = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Address(path));
                request.Content = new ReadOnlyMemoryContent(body);
                request.Content.Headers.ContentType = Json;
                // A header cannot carry the name of an exception that is not ASCII; the body can.
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
            "AWS_LAMBDA_RUNTIME_API is not set. This is a Lambda function: it runs in AWS Lambda, or under an emulator of it that sets this variable.");
}
