using System.Text.Json;

namespace GenesysLambdas.Validation;

/// <summary>One thing that is wrong with a JSON document.</summary>
/// <param name="Place">Where.</param>
/// <param name="Type">A <see cref="ViolationType"/>.</param>
/// <param name="Message">What it must be, in a few words.</param>
public sealed record Violation(JsonPlace Place, string Type, string Message)
{
    /// <summary>Writes violations as <c>[{"loc": ["contact", "channel"], "type": "enum", "msg": "..."}]</c>.</summary>
    /// <param name="violations">The violations.</param>
    public static string ToJson(IEnumerable<Violation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartArray();
            foreach (var violation in violations)
            {
                violation.Write(writer);
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("loc"u8);
        Place.WriteSteps(writer);
        writer.WriteEndArray();
        writer.WriteString("type"u8, Type);
        writer.WriteString("msg"u8, Message);
        writer.WriteEndObject();
    }
}
