using System.Net;
using System.Text;
using Amazon.Lambda.RuntimeSupport;
using GenesysLambdas.Telemetry;

namespace GenesysLambdas.Hosting;

/// <summary>
/// Hides trouble with the Lambda runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) from AWS's bootstrap, which
/// would end: asks for the next event again after a while, and posts an answer again a few times.
/// </summary>
internal sealed class RuntimeApiConnection(Shutdown shutdown, LogOutput errors) : DelegatingHandler(new SocketsHttpHandler
{
    UseProxy = false,
    UseCookies = false,
    AllowAutoRedirect = false,
    ActivityHeadersPropagator = null,
    // AWS's bootstrap puts an exception's message into a header.
    RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    // Otherwise a request id that is not ASCII would change before it is sent back in the answer's path.
    ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
})
{
    // About two minutes with the waits in between: longer than an emulator takes to restart, but not forever.
    private const int MaxNextAttempts = 30;
    private const int MaxPostAttempts = 3;

    // The runtime API is on the same machine and responds within milliseconds.
    private static readonly TimeSpan LongestPost = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestBody = TimeSpan.FromSeconds(10);

    /// <summary>A client with such a connection, and with the user agent of AWS's own.</summary>
    public static HttpClient CreateClient(Shutdown shutdown, LogOutput errors)
    {
        using var aws = LambdaBootstrap.ConstructHttpClient();
        // The next event may be hours away.
        var http = new HttpClient(new RuntimeApiConnection(shutdown, errors)) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", aws.DefaultRequestHeaders.NonValidated["User-Agent"].ToString());
        return http;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            return await NextAsync(request, cancellationToken);
        }

        var path = request.RequestUri!.AbsolutePath;
        await PostAsync(request, path, cancellationToken);
        if (!path.EndsWith("/runtime/init/error", StringComparison.Ordinal))
        {
            shutdown.Release();
        }

        // Even a post that failed must not stop the next event.
        return new HttpResponseMessage(HttpStatusCode.Accepted) { RequestMessage = request, Content = new StringContent("""{"status":"OK"}""") };
    }

    private async Task<HttpResponseMessage> NextAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        shutdown.Hold();
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, shutdown.Requested);
            return await EventAsync(request, either.Token);
        }
        catch
        {
            shutdown.Release();
            if (shutdown.Requested.IsCancellationRequested)
            {
                // The bootstrap would ask again at once.
                await Task.Delay(Timeout.Infinite, shutdown.Complete);
            }

            throw;
        }
    }

    private async Task<HttpResponseMessage> EventAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            string problem;
            var isOver = attempt == MaxNextAttempts;
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK && EventHeaders.HaveRequestId(response.Headers))
                {
                    // Reading may also fail or hang, and an incomplete event cannot be answered.
                    await BufferAsync(response.Content, cancellationToken);
                    EventHeaders.CorrectDeadline(response.Headers, TimeProvider.System.GetUtcNow());
                    return response;
                }

                problem = $"it answered {(int)response.StatusCode} without an event";
                // By the protocol, the one status that cannot be recovered from: the process should exit.
                isOver |= response.StatusCode == HttpStatusCode.InternalServerError;
                response.Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
            {
                problem = e.Message;
            }

            if (isOver)
            {
                // This cancels the wait below, too.
                shutdown.Request($"The runtime API sends no events: {problem}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(50 << Math.Min(attempt - 1, 10), 5000)), cancellationToken);
        }
    }

    private async Task PostAsync(HttpRequestMessage request, string path, CancellationToken cancellationToken)
    {
        await request.Content!.LoadIntoBufferAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var response = await SendInTimeAsync(request, cancellationToken);
                // Lambda takes one answer to an event: if it refuses a repeated one, the first had arrived.
                var isTaken = response.IsSuccessStatusCode
                    || (attempt > 1 && response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden);
                if (!isTaken)
                {
                    await LogAsync($"The runtime API answered {(int)response.StatusCode} to {path}.");
                }

                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
            {
                if (attempt == MaxPostAttempts)
                {
                    await LogAsync($"The runtime API did not accept {path}: {e.Message}");
                    return;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> SendInTimeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        either.CancelAfter(LongestPost);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"it did not respond within {LongestPost.TotalSeconds} seconds.", e);
        }
    }

    private static async Task BufferAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        either.CancelAfter(LongestBody);
        try
        {
            await content.LoadIntoBufferAsync(either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"an event did not arrive within {LongestBody.TotalSeconds} seconds", e);
        }
    }

    private Task LogAsync(string message) => errors.WriteAsync(Encoding.UTF8.GetBytes(message + Environment.NewLine));
}
