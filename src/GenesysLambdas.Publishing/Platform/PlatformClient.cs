using System.Net;
using Polly.Timeout;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>Genesys Cloud's platform API. Not safe for concurrent use.</summary>
public sealed class PlatformClient : IDisposable
{
    private const int PageSize = 100;

    // The limit per access token (https://developer.genesys.cloud/platform/api/rate-limits).
    private const int RequestsPerMinute = 300;

    private readonly TimeProvider _time;
    private readonly OAuthClient _client;
    private readonly HttpClient _http;
    private readonly RequestRetry _retry;
    private readonly Action<string> _trace;
    private readonly Queue<long> _sent = [];
    private string? _token;

    /// <param name="say">Shows progress to the user.</param>
    /// <param name="trace">Writes a line for each request.</param>
    /// <exception cref="ToolException">The environment does not say which organization, or how to sign in.</exception>
    public PlatformClient(PlatformAccess access, Action<string> say, Action<string> trace)
    {
        (_time, _trace) = (access.Time, trace);
        Region = PlatformRegion.Read(access.Environment);
        _client = new(Region, access.Environment);
        _http = new HttpClient(access.Network, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        _retry = new(access.Time, say);
    }

    public PlatformRegion Region { get; }

    /// <summary>Sends a request, and reads the object in the reply.</summary>
    /// <exception cref="ToolException">Genesys Cloud refused it, or cannot be reached.</exception>
    public async Task<JsonObject> SendAsync(PlatformRequest request, CancellationToken cancellationToken) =>
        Read(request, await AskAsync(request, cancellationToken));

    public async Task<JsonObject?> FindAsync(PlatformRequest request, CancellationToken cancellationToken) =>
        await AskAsync(request, cancellationToken) is { Status: not HttpStatusCode.NotFound } reply ? Read(request, reply) : null;

    /// <summary>The same, but returns the reply as text.</summary>
    public async Task<string> ReadTextAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var reply = await AskAsync(request, cancellationToken);
        return reply.IsSuccess ? reply.Text : throw PlatformProblem.Refused(request, reply);
    }

    /// <summary>Reads the entities on all pages of a list.</summary>
    /// <param name="list">The request without a page number. Its path must already have a query.</param>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(PlatformRequest list, CancellationToken cancellationToken)
    {
        var all = new List<JsonObject>();
        for (var number = 1; ; number++)
        {
            var request = list with { Path = $"{list.Path}&pageSize={PageSize}&pageNumber={number}" };
            var page = await SendAsync(request, cancellationToken);
            // A page without its list must not look empty: existing entities would be created again.
            var entities = page["entities"] is JsonArray array ? array.OfType<JsonObject>().ToList() : throw PlatformProblem.Lacks(request, "entities");
            all.AddRange(entities);
            // A page may be short, and some lists do not say how many there are.
            if (entities.Count == 0 || number >= (page.Value<int>("pageCount") ?? int.MaxValue))
            {
                return all;
            }
        }
    }

    /// <summary>Sends a request. A refusal is returned, not thrown.</summary>
    /// <exception cref="ToolException">Genesys Cloud cannot be reached.</exception>
    public async Task<PlatformReply> AskAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await SendOnceAsync(request, cancellationToken);
            if (reply.Status != HttpStatusCode.Unauthorized)
            {
                return reply;
            }

            // The token has expired, or was revoked.
            _token = null;
            return await SendOnceAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw PlatformProblem.NoReply(request, Region, exception);
        }
        catch (TimeoutRejectedException)
        {
            throw PlatformProblem.NoReplyInTime(request);
        }
    }

    public void Dispose() => _http.Dispose();

    private static JsonObject Read(PlatformRequest request, PlatformReply reply) => !reply.IsSuccess
        ? throw PlatformProblem.Refused(request, reply)
        : reply.Json() as JsonObject ?? throw PlatformProblem.NotAnObject(request, reply);

    private async Task<PlatformReply> SendOnceAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        _token ??= _client.ReadToken(await _retry.RunAsync(isSafe: true, token => SendAsync(_client.TokenRequest(), token), cancellationToken));
        return await _retry.RunAsync(request.IsSafe, AttemptAsync, cancellationToken);

        async Task<PlatformReply> AttemptAsync(CancellationToken token)
        {
            await PaceAsync(token);
            var reply = await SendAsync(request.ToMessage(Region.Api, _token), token);
            _trace($"{request.Method} {request.Path}: {(int)reply.Status}, correlation id {reply.CorrelationId ?? "none"}");
            return reply;
        }
    }

    private async Task<PlatformReply> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using (message)
        {
            using var response = await _http.SendAsync(message, cancellationToken);
            return await PlatformReply.ReadAsync(response, _time, cancellationToken);
        }
    }

    // Not with System.Threading.RateLimiting, whose limiters do not support TimeProvider.
    private async Task PaceAsync(CancellationToken cancellationToken)
    {
        if (_sent.Count == RequestsPerMinute && TimeSpan.FromMinutes(1) - _time.GetElapsedTime(_sent.Dequeue()) is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, _time, cancellationToken);
        }

        _sent.Enqueue(_time.GetTimestamp());
    }
}

public sealed record PlatformAccess(Func<string, string?> Environment, HttpMessageHandler Network, TimeProvider Time)
{
    private static readonly TimeSpan TimeToConnect = TimeSpan.FromSeconds(10);

    public static PlatformAccess OfThisProcess() => new(
        System.Environment.GetEnvironmentVariable,
        // The access token must not be sent to wherever a redirect leads.
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeToConnect },
        TimeProvider.System);
}
