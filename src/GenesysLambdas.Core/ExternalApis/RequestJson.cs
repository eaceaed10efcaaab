using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GenesysLambdas.ExternalApis;

/// <summary>Writes JSON for requests to external APIs.</summary>
internal static class RequestJson
{
    // Leaves plus signs unescaped: escaping them is only needed for JSON within HTML.
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
