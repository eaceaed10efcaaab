using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GenesysLambdas.ExternalApis;

/// <summary>Writes the JSON that an external API is sent.</summary>
internal static class RequestJson
{
    // Sends a plus sign as it is: escaping it is for JSON within HTML.
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Serialize<TBody>(TBody body, JsonTypeInfo<TBody> type)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Unescaped))
        {
            JsonSerializer.Serialize(writer, body, type);
        }

        return json.WrittenSpan.ToArray();
    }
}
