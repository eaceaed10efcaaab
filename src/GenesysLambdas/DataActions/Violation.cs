using System.Buffers;
using System.Text;

namespace GenesysLambdas.DataActions;

/// <summary>One thing that is wrong with a payload.</summary>
internal sealed record Violation(JsonPlace Place, string Type, string Message)
{
    /// <summary>Violations as <c>[{"loc": ["contact", "channel"], "type": "enum", "msg": "..."}]</c>.</summary>
    public static string ToJson(IEnumerable<Violation> violations)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartArray();
            foreach (var violation in violations)
            {
                writer.WriteStartObject();
                writer.WriteStartArray("loc"u8);
                violation.Place.WriteSteps(writer);
                writer.WriteEndArray();
                writer.WriteString("type"u8, violation.Type);
                writer.WriteString("msg"u8, violation.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
