using System.Net;
using Polly.Timeout;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>Genesys Cloud's platform API. For one caller at a time.</summary>
public sealed class PlatformClient : IDisposable
{
    private readonly PlatformAccess _access;
    private readonly OAuthClient _client;
    private readonly HttpClient _http;
    private readonly Repeats _repeats;
    private readonly RequestPace _pace;
    private readonly Action<string> _trace;
    private string? _token;

    /// <param name="access">The environment, the network and the clock.</param>
    /// <param name="say">Takes what a person who waits should know.</param>
    /// <param name="trace">Takes a line for each request.</param>
    public PlatformClient(PlatformAccess access, Action<string> say, Action<string> trace)
    {
        (_access, _trace) = (access, trace);
        Region = PlatformRegion.Read(access.Environment);
        _client = OAuthClient.Read(access.Environment);
        _http = new HttpClient(access.Network, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        _repeats = new(access.Time, say);
        _pace = new(access.Time);
    }

    public PlatformRegion Region { get; }

    /// <summary>Sends a request, and reads the object in the reply.</summary>
    /// <exception cref="ToolException">Genesys Cloud refused it, or cannot be reached.</exception>
    public async Task<JsonObject> SendAsync(PlatformRequest request, CancellationToken cancellationToken) =>
        Read(request, await AskAsync(request, cancellationToken));

    /// <summary>The same; null: there is no such thing (404).</summary>
    public async Task<JsonObject?> FindAsync(PlatformRequest request, CancellationToken cancellationToken) =>
        await AskAsync(request, cancellationToken) is { Status: not HttpStatusCode.NotFound } reply ? Read(request, reply) : null;

    /// <summary>The same, where the reply is text or does not matter.</summary>
    public async Task<string> ReadTextAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        var reply = await AskAsync(request, cancellationToken);
        return reply.IsSuccess ? reply.Text : throw PlatformProblem.Refused(request, reply);
    }

    /// <summary>Sends a request; the reply may be a refusal.</summary>
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
        _token ??= await AccessToken.RequestAsync(
            _http, Region, _client, send => _repeats.RunAsync(isSafe: true, send, cancellationToken), _access.Time);
        return await _repeats.RunAsync(request.IsSafe, token => AttemptAsync(request, token), cancellationToken);
    }

    private async Task<PlatformReply> AttemptAsync(PlatformRequest request, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(cancellationToken);
        using var message = request.ToMessage(Region.Api, _token!);
        using var response = await _http.SendAsync(message, cancellationToken);
        var reply = await PlatformReply.ReadAsync(response, _access.Time, cancellationToken);
        _trace($"{request.Method} {message.RequestUri!.PathAndQuery}: {(int)reply.Status}, correlation id {reply.CorrelationId ?? "none"}");
        return reply;
    }
}
