using System.Net;
using System.Text.Json.Serialization.Metadata;
using GenesysLambdas.Core.Telemetry;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>A lookup was about to write while other calls with the same inputs waited to share its result. Nothing was sent.</summary>
internal sealed class SharedWriteException() : InvalidOperationException("A write is never shared.");

/// <summary>Calls a lookup's external API during one invocation, within its deadline.</summary>
public sealed class ApiCall
{
    private readonly ExternalApi _api;
    private readonly Invocation _invocation;
    private readonly bool _isShared;
    private volatile bool _refusedWrite;

    internal ApiCall(ExternalApi api, Invocation invocation, bool isShared = false) => (_api, _invocation, _isShared) = (api, invocation, isShared);

    /// <summary>Sends a GET.</summary>
    /// <returns>The reply, or null for 404.</returns>
    /// <exception cref="LookupException">The external API could not be reached in time, or its reply is an error or unusable.</exception>
    public Task<TReply?> GetAsync<TReply>(ApiPath path, JsonTypeInfo<TReply> reply)
        where TReply : class =>
        ReadAsync(new ApiRequest(HttpMethod.Get, path), reply);

    /// <summary>Searches with a POST that changes nothing. It is retried, and its results may be cached, like those of a GET.</summary>
    /// <returns>The reply, or null for 404.</returns>
    /// <exception cref="LookupException">The external API could not be reached in time, or its reply is an error or unusable.</exception>
    public Task<TReply?> SearchAsync<TBody, TReply>(ApiPath path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TReply> reply)
        where TReply : class =>
        ReadAsync(ApiRequest.WithJson(HttpMethod.Post, path, body, bodyType) with { IsWrite = false }, reply);

    /// <summary>Creates a resource or starts an action. It is retried only after a 429, or if no connection was made.</summary>
    /// <returns>The reply, or null if it has an empty body or is a 202 that is not JSON.</returns>
    /// <exception cref="LookupException">
    /// There was no reply in time, or it is invalid or an error (including 404). <see cref="Failure.MayHaveRun"/> says whether it may have been performed.
    /// </exception>
    public Task<TReply?> PostAsync<TBody, TReply>(ApiPath path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TReply> reply)
        where TReply : class =>
        WriteAsync(ApiRequest.WithJson(HttpMethod.Post, path, body, bodyType), reply);

    /// <summary>Updates part of a resource. It is retried only after a 429, or if no connection was made.</summary>
    /// <inheritdoc cref="PostAsync"/>
    public Task<TReply?> PatchAsync<TBody, TReply>(ApiPath path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TReply> reply)
        where TReply : class =>
        WriteAsync(ApiRequest.WithJson(HttpMethod.Patch, path, body, bodyType), reply);

    /// <summary>Replaces a resource. It is retried like a GET, because it is idempotent (RFC 9110, section 9.2.2).</summary>
    /// <inheritdoc cref="PostAsync"/>
    public Task<TReply?> PutAsync<TBody, TReply>(ApiPath path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TReply> reply)
        where TReply : class =>
        WriteAsync(ApiRequest.WithJson(HttpMethod.Put, path, body, bodyType), reply);

    /// <summary>Deletes a resource. It is retried like a GET, because it is idempotent (RFC 9110, section 9.2.2).</summary>
    /// <returns>False if it does not exist (404). An earlier attempt that got no reply may have deleted it.</returns>
    /// <exception cref="LookupException">
    /// There was no reply in time, or the reply is an error other than 404. <see cref="Failure.MayHaveRun"/> says whether it may have been deleted.
    /// </exception>
    public async Task<bool> DeleteAsync(ApiPath path)
    {
        var reply = await SendAsync(new ApiRequest(HttpMethod.Delete, path));
        return reply.IsSuccess || (reply.Status == HttpStatusCode.NotFound ? false : throw CalledServer.ExternalApi.ErrorStatus(reply.Status));
    }

    /// <summary>Sends a request and returns the reply whatever its status.</summary>
    /// <exception cref="LookupException">There was no reply.</exception>
    public Task<ApiReply> SendAsync(ApiRequest request)
    {
        if (_isShared && request.IsWrite)
        {
            _refusedWrite = true;
            throw new SharedWriteException();
        }

        return _api.SendAsync(request, _invocation);
    }

    /// <summary>How long answers that found something are cached, set by <c>X_CACHE_SECONDS</c>; zero if they are not.</summary>
    public TimeSpan CacheTime => _api.CacheTime;

    /// <summary>The time left for this invocation to answer.</summary>
    public TimeSpan Remaining => _invocation.Deadline.Remaining;

    /// <summary>Waits for a reply, but leaves some of the <see cref="Remaining"/> time.</summary>
    /// <returns>Whether it has completed. A failure is not thrown here.</returns>
    public Task<bool> ComesInTimeAsync(Task reply, TimeSpan spare) => _invocation.Deadline.WaitAsync(reply, spare);

    /// <summary>Reads an item of an array in a reply.</summary>
    /// <param name="array">The path of the array in the reply, such as <c>$.entities</c>, for the log.</param>
    /// <exception cref="LookupException">It is null, or not valid JSON for that type.</exception>
    public static T Read<T>(JsonElement json, JsonTypeInfo<T> type, string array, int index)
        where T : class =>
        ReplyJson.Read(json, type, array, index);

    /// <summary>True if a write was not sent, because other calls with the same inputs would share its result.</summary>
    internal bool RefusedWrite => _refusedWrite;

    private async Task<TReply?> ReadAsync<TReply>(ApiRequest request, JsonTypeInfo<TReply> type)
        where TReply : class =>
        (await SendAsync(request)).Read(type);

    private async Task<TReply?> WriteAsync<TReply>(ApiRequest request, JsonTypeInfo<TReply> type)
        where TReply : class
    {
        var reply = await SendAsync(request);
        return !reply.IsSuccess ? throw new LookupException(reply.ToFailure())
            // RFC 9110, section 15.3.3: the body of a 202 describes the request's status, and may be meant for people.
            : reply.IsBlank || (reply.Status == HttpStatusCode.Accepted && !reply.TryReadJson(out _)) ? null
            : reply.Read(type);
    }
}
