using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using GenesysLambdas.Answers;
using GenesysLambdas.Requests;

namespace GenesysLambdas.ExternalApis;

/// <summary>An external API's complete reply.</summary>
public sealed class ApiReply
{
    private readonly HttpResponseHeaders _headers;

    internal ApiReply(HttpResponseMessage response, ReadOnlyMemory<byte> body) =>
        (Status, _headers, Body) = (response.StatusCode, response.Headers, body);

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The body, at most 1 MiB.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    /// <summary>What its error status means.</summary>
    public Failure ToFailure() => FarEnd.ExternalApi.ErrorStatus(Status).Failure;

    internal bool RefusesCredentials => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    internal bool IsTransient => Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>A header's value; empty if it is missing.</summary>
    /// <param name="name">The header, whatever its case.</param>
    public string Header(string name) => _headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";

    /// <summary>Reads the body as the JSON of a type.</summary>
    /// <returns>Null if the status is 404.</returns>
    /// <exception cref="LookupException">The status is another error, or the body is not that JSON.</exception>
    public TReply? Read<TReply>(JsonTypeInfo<TReply> type)
        where TReply : class =>
        IsSuccess ? ReplyJson.Read(Body.Span, type)
        : Status == HttpStatusCode.NotFound ? null
        : throw new LookupException(ToFailure());

    /// <summary>Reads the body as JSON of up to 10,000 levels.</summary>
    /// <param name="json">The JSON; undefined if the body is not JSON.</param>
    /// <returns>Whether the body is JSON.</returns>
    public bool TryReadJson(out JsonElement json)
    {
        json = default;
        try
        {
            json = Utf8.IsValid(Body.Span) ? JsonDocument.Parse(Body, InputJson.Options).RootElement : default;
        }
        catch (JsonException)
        {
            // Not JSON.
        }

        return json.ValueKind != JsonValueKind.Undefined;
    }

    /// <summary>How long the API asks us to wait; null if it does not, or names a time that has passed.</summary>
    internal TimeSpan? RetryAfter(DateTimeOffset now) =>
        (_headers.RetryAfter?.Delta ?? (_headers.RetryAfter?.Date - now)) is { } wait && wait > TimeSpan.Zero ? wait : null;
}
