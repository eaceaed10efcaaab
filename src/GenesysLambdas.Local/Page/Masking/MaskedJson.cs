using System.Buffers;
using System.Text;

namespace GenesysLambdas.Local.Page.Masking;

internal static class MaskedJson
{
    /// <summary>Masks all strings in JSON. Anything that is not valid JSON becomes one masked string.</summary>
    /// <param name="isSecret">Whether a member with this name is always secret.</param>
    public static JsonElement Of(SecretMask mask, ReadOnlyMemory<byte> utf8, Func<string, bool> isSecret) =>
        UntrustedJson.Parse(utf8) is { } json ? Of(mask, json, isSecret) : JsonSerializer.SerializeToElement(mask.Apply(Encoding.UTF8.GetString(utf8.Span)));

    public static JsonElement Of(SecretMask mask, JsonElement json, Func<string, bool> isSecret)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, json);
        }

        using var masked = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = UntrustedJson.MaxDepth });
        return masked.RootElement.Clone();

        void Write(Utf8JsonWriter writer, JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    writer.WriteStartObject();
                    foreach (var member in element.EnumerateObject())
                    {
                        writer.WritePropertyName(mask.Apply(member.Name));
                        if (isSecret(member.Name))
                        {
                            writer.WriteStringValue(SecretNames.Masked(member.Value.ToString()));
                        }
                        else
                        {
                            Write(writer, member.Value);
                        }
                    }

                    writer.WriteEndObject();
                    break;
                case JsonValueKind.Array:
                    writer.WriteStartArray();
                    foreach (var item in element.EnumerateArray())
                    {
                        Write(writer, item);
                    }

                    writer.WriteEndArray();
                    break;
                case JsonValueKind.String:
                    writer.WriteStringValue(mask.Apply(element.GetString()!));
                    break;
                case var _ when mask.Apply(element.GetRawText()) is var text && text != element.GetRawText():
                    writer.WriteStringValue(text);
                    break;
                default:
                    writer.WriteRawValue(element.GetRawText());
                    break;
            }
        }
    }
}
