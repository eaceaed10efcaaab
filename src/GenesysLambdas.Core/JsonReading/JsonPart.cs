using System.Text;

namespace GenesysLambdas.Core.JsonReading;

/// <summary>A value in JSON that has been checked. It is parsed only on demand.</summary>
internal readonly struct JsonPart(ReadOnlyMemory<byte> utf8)
{
    public ReadOnlyMemory<byte> Utf8 => utf8;

    /// <summary>Undefined for a missing member.</summary>
    public JsonValueKind Kind => utf8.Length == 0 ? JsonValueKind.Undefined : utf8.Span[0] switch
    {
        (byte)'{' => JsonValueKind.Object,
        (byte)'[' => JsonValueKind.Array,
        (byte)'"' => JsonValueKind.String,
        (byte)'t' => JsonValueKind.True,
        (byte)'f' => JsonValueKind.False,
        (byte)'n' => JsonValueKind.Null,
        _ => JsonValueKind.Number,
    };

    public JsonMembers AsObject() => Kind == JsonValueKind.Object ? JsonMembers.Read(utf8) : JsonMembers.None;

    /// <summary>The value of a string; null if it is not valid Unicode.</summary>
    public string? Text()
    {
        var reader = new Utf8JsonReader(utf8.Span);
        reader.Read();
        return JsonText.Read(reader);
    }

    /// <summary>Whether it is a string with this text, written without escapes.</summary>
    public bool Is(ReadOnlySpan<byte> text) => Kind == JsonValueKind.String && utf8.Span[1..^1].SequenceEqual(text);

    /// <summary>The content of a string, escapes included; empty if it is too long or not a string.</summary>
    public string Written(int most) =>
        Kind == JsonValueKind.String && utf8.Length - 2 <= most ? Encoding.UTF8.GetString(utf8.Span[1..^1]) : "";

    /// <summary>The only element of an array; undefined if it is anything else.</summary>
    public JsonPart Only()
    {
        if (Kind != JsonValueKind.Array)
        {
            return default;
        }

        var reader = new Utf8JsonReader(utf8.Span, JsonNesting.AnyDepth);
        reader.Read();
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var end = (int)reader.BytesConsumed;
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? new(utf8[start..end]) : default;
    }

    /// <exception cref="JsonException">It is nested too deeply.</exception>
    public JsonElement Parse() => JsonDocument.Parse(utf8, JsonNesting.Document).RootElement;
}
