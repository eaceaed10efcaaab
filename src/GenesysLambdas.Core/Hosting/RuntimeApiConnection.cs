using System.Net;
using System.Text;
using Amazon.Lambda.RuntimeSupport;
using GenesysLambdas.Core.Telemetry;

namespace GenesysLambdas.Core.Hosting;

/// <summary>
/// Hides failures of the Lambda runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) from AWS's bootstrap, which
/// would end the process: keeps asking for the next event, and retries posts a few times.
/// </summary>
internal sealed class RuntimeApiConnection(Shutdown shutdown, LogOutput errors) : DelegatingHandler(new SocketsHttpHandler
{
    UseProxy = false,
    UseCookies = false,
    AllowAutoRedirect = false,
    ActivityHeadersPropagator = null,
    // AWS's bootstrap puts an exception's message into a header.
    RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    // Otherwise a request id that is not ASCII would be changed in the path of the answer.
    ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
})
{
    // About two minutes with the waits in between: longer than an emulator takes to restart, but not forever.
    private const int MaxNextAttempts = 30;
    private const int MaxPostAttempts = 3;

    // The runtime API is on the same machine and responds within milliseconds.
    private static readonly TimeSpan LongestPost = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestBody = TimeSpan.FromSeconds(10);

    /// <summary>Creates a client that uses this connection and AWS's user agent.</summary>
    public static HttpClient CreateClient(Shutdown shutdown, LogOutput errors)
    {
        using var aws = LambdaBootstrap.ConstructHttpClient();
        // The next event may be hours away.
        var http = new HttpClient(new RuntimeApiConnection(shutdown, errors)) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", aws.DefaultRequestHeaders.NonValidated["User-Agent"].ToString());
        return http;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Method == HttpMethod.Get ? NextAsync(request, cancellationToken) : PostAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> NextAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        shutdown.Hold();
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, shutdown.Requested);
            var (response, problem) = await RetryAsync(MaxNextAttempts, _ => TryNextAsync(request, either.Token), either.Token);
            if (response is null)
            {
                shutdown.Request($"The runtime API sent no events: {problem}.");
                // Another loop may have requested shutdown first and be about to cancel this one.
                await Task.Delay(Timeout.Infinite, either.Token);
            }

            return response!;
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

    private async Task<Attempt> TryNextAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK || !EventHeaders.HaveRequestId(response.Headers))
        {
            response.Dispose();
            // According to the protocol, the process should exit after a 500.
            return new(null, $"it replied {(int)response.StatusCode} without an event") { IsLast = response.StatusCode == HttpStatusCode.InternalServerError };
        }

        // Reading may fail or hang too, and an incomplete event cannot be answered.
        await WithinAsync(
            LongestBody, response.Content.LoadIntoBufferAsync, $"an event did not arrive within {LongestBody.TotalSeconds} seconds", cancellationToken);
        EventHeaders.CorrectDeadline(response.Headers, TimeProvider.System.GetUtcNow());
        return new(response);
    }

    // AWS's bootstrap ends after a failed post, and has no hook to change that. So it always gets a 202, the runtime API's status for success.
    private async Task<HttpResponseMessage> PostAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        await request.Content!.LoadIntoBufferAsync(cancellationToken);
        var last = await RetryAsync(MaxPostAttempts, attempt => TryPostAsync(request, attempt, cancellationToken), cancellationToken);
        last.Response?.Dispose();
        if (last.Response is null)
        {
            var problem = last.IsLast ? $"answered {last.Problem} to {path}." : $"did not accept {path}: {last.Problem}";
            await errors.WriteAsync(Encoding.UTF8.GetBytes($"The runtime API {problem}{Environment.NewLine}"));
        }

        if (!path.EndsWith("/runtime/init/error", StringComparison.Ordinal))
        {
            shutdown.Release();
        }

        return new(HttpStatusCode.Accepted) { RequestMessage = request, Content = new StringContent("""{"status":"OK"}""") };
    }

    private async Task<Attempt> TryPostAsync(HttpRequestMessage request, int attempt, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        await WithinAsync(
            LongestPost,
            async within => response = await base.SendAsync(request, within),
            $"it did not respond within {LongestPost.TotalSeconds} seconds.",
            cancellationToken);
        // Lambda accepts one answer to an event. If it refuses a retry, the first attempt had arrived.
        return response!.IsSuccessStatusCode || (attempt > 1 && response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden)
            ? new(response)
            : new(null, $"{(int)response.StatusCode}") { IsLast = true };
    }

    private static async Task<Attempt> RetryAsync(int maxAttempts, Func<int, Task<Attempt>> tryAsync, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            Attempt attempt;
            try
            {
                attempt = await tryAsync(number);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException)
            {
                attempt = new(null, exception.Message);
            }

            if (attempt.Response is not null || attempt.IsLast || number == maxAttempts)
            {
                return attempt;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(50 << Math.Min(number - 1, 10), 5000)), cancellationToken);
        }
    }

    private static async Task WithinAsync(TimeSpan limit, Func<CancellationToken, Task> action, string problem, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        either.CancelAfter(limit);
        try
        {
            await action(either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(problem, exception);
        }
    }

    // Without a response, Problem says why.
    private sealed record Attempt(HttpResponseMessage? Response, string Problem = "")
    {
        public bool IsLast { get; init; }
    }
}
