using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>An external API's complete reply.</summary>
public sealed class ApiReply
{
    private readonly HttpResponseHeaders _headers;

    internal ApiReply(HttpResponseMessage response, ReadOnlyMemory<byte> body) =>
        (Status, _headers, Body) = (response.StatusCode, response.Headers, body);

    public HttpStatusCode Status { get; }

    /// <summary>The body, at most 1 MiB.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    /// <summary>The failure for its error status.</summary>
    public Failure ToFailure() => Explain(CalledServer.ExternalApi.ErrorStatus(Status).Failure);

    /// <summary>True for a cached refusal: the request was not sent.</summary>
    internal bool IsCached { get; private init; }

    /// <summary>The refusal to cache for other requests, without the body and headers, which may concern only this one.</summary>
    /// <param name="withBody">True to keep the body: all requests are the same.</param>
    internal ApiReply ToCached(bool withBody = false)
    {
        using var empty = new HttpResponseMessage(Status);
        return new(empty, withBody ? Body : default) { IsCached = true };
    }

    /// <summary>Adds to a failure, for the log, whether this reply was cached.</summary>
    internal Failure Explain(Failure failure) => IsCached ? failure with { Detail = FailureReason.RefusedBefore } : failure;

    internal bool IsBlank => !Body.Span.ContainsAnyExcept(" \t\r\n"u8);

    internal bool RefusesCredentials => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    internal bool IsTransient => Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>
    /// Whether a write that got this reply may have been performed. It was not after a client error (RFC 9110, section 15.5), nor after
    /// 307 or 308, which ask for it to be sent elsewhere. APIs often reply 302 or 303 to a POST that was performed (section 15.4).
    /// </summary>
    internal bool MayHaveRun => (int)Status is < 400 and not (307 or 308) or >= 500;

    /// <summary>A header's value; empty if it is missing.</summary>
    public string Header(string name) => _headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";

    /// <summary>Deserializes the JSON body.</summary>
    /// <returns>Null if the status is 404.</returns>
    /// <exception cref="LookupException">The status is another error, or the body is not valid JSON for that type.</exception>
    public TReply? Read<TReply>(JsonTypeInfo<TReply> type)
        where TReply : class =>
        IsSuccess ? ReplyJson.Read(Body.Span, type)
        : Status == HttpStatusCode.NotFound ? null
        : throw new LookupException(ToFailure());

    /// <summary>Reads the body as JSON of up to <see cref="JsonNesting.MaxLevels"/> levels.</summary>
    /// <param name="json">The JSON; undefined if the body is not JSON or is nested too deeply.</param>
    public bool TryReadJson(out JsonElement json)
    {
        json = default;
        try
        {
            json = Utf8.IsValid(Body.Span) ? JsonDocument.Parse(Body, JsonNesting.Document).RootElement : default;
        }
        catch (JsonException)
        {
            // Not JSON, or too deep.
        }

        return json.ValueKind != JsonValueKind.Undefined;
    }

    public bool IsTooDeep => JsonNesting.Check(Body.Span) == JsonProblem.TooDeep;

    /// <summary>How long the API asks us to wait (RFC 9110, section 10.2.3); null if it does not, or if the time has passed.</summary>
    /// <param name="now">The current time, used unless the reply has a <c>Date</c> (section 6.6.1).</param>
    internal TimeSpan? RetryAfter(DateTimeOffset now)
    {
        var wait = _headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (_headers.Date ?? now),
            // .NET ignores a Retry-After whose seconds do not fit into an int.
            _ => Header("Retry-After") is { Length: > 9 } text && text.All(char.IsAsciiDigit) ? TimeSpan.MaxValue : TimeSpan.Zero,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }
}
