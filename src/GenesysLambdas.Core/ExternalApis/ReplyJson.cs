using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>Deserializes JSON from an external API.</summary>
internal static class ReplyJson
{
    /// <exception cref="LookupException">It is not valid JSON for that type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return (Utf8.IsValid(utf8) ? JsonSerializer.Deserialize(utf8, type) : null) ?? throw CalledServer.ExternalApi.UnusableReply();
        }
        catch (Exception exception) when (IsUnusable(exception))
        {
            throw JsonNesting.Check(utf8) == JsonProblem.TooDeep
                ? CalledServer.ExternalApi.TooDeep(exception)
                : Unusable(exception, ReplyPath.Of(exception, type));
        }
    }

    public static T Read<T>(JsonElement json, JsonTypeInfo<T> type, string array, int index)
        where T : class
    {
        try
        {
            return json.Deserialize(type) ?? throw new JsonException();
        }
        catch (Exception exception) when (IsUnusable(exception))
        {
            throw Unusable(exception, $"{array}[{index}]{ReplyPath.Of(exception, type)?[1..]}");
        }
    }

    private static LookupException Unusable(Exception cause, string? path) =>
        new(CalledServer.ExternalApi.UnusableReply(cause: cause).Failure with { ReplyPath = path }, cause);

    private static bool IsUnusable(Exception exception) => exception is JsonException or InvalidOperationException or NotSupportedException;
}
