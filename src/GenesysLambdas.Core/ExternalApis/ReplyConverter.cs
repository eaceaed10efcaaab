using System.Text;
using System.Text.Json.Serialization;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>
/// Reads scalars in an external API's reply regardless of their JSON type, if no information is lost: <c>100.0</c>, <c>1e2</c> and
/// <c>"100"</c> for an integer, <c>"21.5"</c> for a number, <c>"true"</c> for a boolean, <c>100</c> and <c>true</c> for a string.
/// </summary>
public sealed class ReplyConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert == typeof(string) || typeToConvert == typeof(long) || typeToConvert == typeof(int)
        || typeToConvert == typeof(decimal) || typeToConvert == typeof(bool);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert == typeof(string) ? new TextConverter()
        : typeToConvert == typeof(long) ? new NumberConverter<long>(ExactNumber.TryInteger, static (writer, value) => writer.WriteNumberValue(value))
        : typeToConvert == typeof(int) ? new NumberConverter<int>(TryInt32, static (writer, value) => writer.WriteNumberValue(value))
        : typeToConvert == typeof(decimal) ? new NumberConverter<decimal>(ExactNumber.TryDecimal, static (writer, value) => writer.WriteNumberValue(value))
        : new BooleanConverter();

    private static bool TryInt32(ReadOnlySpan<byte> utf8, out int value)
    {
        var isInteger = ExactNumber.TryInteger(utf8, out var number) && number is >= int.MinValue and <= int.MaxValue;
        value = isInteger ? (int)number : 0;
        return isInteger;
    }

    private delegate bool TryParse<T>(ReadOnlySpan<byte> utf8, out T value);

    private sealed class NumberConverter<T>(TryParse<T> tryParse, Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var utf8 = reader.TokenType switch
            {
                JsonTokenType.Number => reader.ValueSpan,
                JsonTokenType.String => Encoding.UTF8.GetBytes(reader.GetString()!.Trim()),
                _ => throw new JsonException(),
            };
            return tryParse(utf8, out var value) ? value : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }

    private sealed class BooleanConverter : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var value) => value,
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}

/// <summary>Reads a number or boolean in a reply as a string.</summary>
public sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <remarks>Without this, a serializer context cannot read a dictionary.</remarks>
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
