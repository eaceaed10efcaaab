using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace GenesysLambdas.ExternalApis;

/// <summary>Reads an external API's JSON into a type.</summary>
internal static class ReplyJson
{
    /// <exception cref="Answers.LookupException">It is not the JSON of that type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return (Utf8.IsValid(utf8) ? JsonSerializer.Deserialize(utf8, type) : null) ?? throw FarEnd.ExternalApi.UnusableReply();
        }
        catch (Exception e) when (IsUnusable(e))
        {
            throw FarEnd.ExternalApi.UnusableReply(cause: e);
        }
    }

    /// <exception cref="Answers.LookupException">It is not the JSON of that type.</exception>
    public static T Read<T>(JsonElement json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return json.Deserialize(type) ?? throw FarEnd.ExternalApi.UnusableReply();
        }
        catch (Exception e) when (IsUnusable(e))
        {
            throw FarEnd.ExternalApi.UnusableReply(cause: e);
        }
    }

    private static bool IsUnusable(Exception exception) => exception is JsonException or InvalidOperationException or NotSupportedException;
}
