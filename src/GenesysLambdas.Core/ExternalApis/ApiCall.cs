using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GenesysLambdas.Answers;
using GenesysLambdas.Telemetry;

namespace GenesysLambdas.ExternalApis;

/// <summary>A lookup's external API within one invocation, and within its deadline.</summary>
public sealed class ApiCall
{
    // Sends a plus sign as it is: escaping it is for JSON within HTML.
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ExternalApi _api;
    private readonly Invocation _invocation;

    internal ApiCall(ExternalApi api, Invocation invocation) => (_api, _invocation) = (api, invocation);

    /// <summary>Asks for something.</summary>
    /// <returns>The reply, or null for 404.</returns>
    /// <exception cref="LookupException">The external API could not be reached in time, or its reply is an error or unusable.</exception>
    public Task<TReply?> GetAsync<TReply>(ApiPath path, JsonTypeInfo<TReply> reply)
        where TReply : class =>
        SendAsync(new ApiRequest(HttpMethod.Get, path), reply);

    /// <summary>Asks for something with a body, in a way that is safe to repeat.</summary>
    /// <returns>The reply, or null for 404.</returns>
    /// <exception cref="LookupException">The external API could not be reached in time, or its reply is an error or unusable.</exception>
    public Task<TReply?> PostAsync<TBody, TReply>(ApiPath path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TReply> reply)
        where TReply : class =>
        SendAsync(new ApiRequest(HttpMethod.Post, path, Serialize(body, bodyType)), reply);

    /// <summary>Sends a request whose reply the lookup reads itself, whatever its status.</summary>
    /// <exception cref="LookupException">There was no reply.</exception>
    public Task<ApiReply> SendAsync(ApiRequest request) => _api.SendAsync(request, _invocation);

    /// <summary>How long found answers are kept, as <c>X_CACHE_SECONDS</c> says; zero: they are not.</summary>
    public TimeSpan KeepFound => _api.KeepFound;

    /// <summary>The time left for this invocation to answer.</summary>
    public TimeSpan Remaining => _invocation.Deadline.Remaining;

    /// <summary>Waits for a reply, but leaves some of the <see cref="Remaining"/> time.</summary>
    /// <returns>Whether the wait is over, because it came or failed; a failure is not thrown here.</returns>
    public Task<bool> ComesInTimeAsync(Task reply, TimeSpan spare) => _invocation.Deadline.WaitAsync(reply, spare);

    /// <summary>Reads an item of an array in a reply.</summary>
    /// <param name="json">The item.</param>
    /// <param name="type">Its type.</param>
    /// <param name="array">Where the array is in the reply, such as <c>$.entities</c>, for the log.</param>
    /// <param name="index">The item's index.</param>
    /// <exception cref="LookupException">It is not the JSON of that type, or null.</exception>
    public static T Read<T>(JsonElement json, JsonTypeInfo<T> type, string array, int index)
        where T : class =>
        ReplyJson.Read(json, type, array, index);

    private async Task<TReply?> SendAsync<TReply>(ApiRequest request, JsonTypeInfo<TReply> type)
        where TReply : class =>
        (await SendAsync(request)).Read(type);

    private static byte[] Serialize<TBody>(TBody body, JsonTypeInfo<TBody> type)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Unescaped))
        {
            JsonSerializer.Serialize(writer, body, type);
        }

        return json.WrittenSpan.ToArray();
    }
}
