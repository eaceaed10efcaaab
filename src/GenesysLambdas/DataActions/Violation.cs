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

/// <summary>The kinds of <see cref="Violation"/>, with the names that pydantic uses.</summary>
internal static class ViolationType
{
    public const string Missing = "missing";

    // Parsers disagree on which of the duplicate members counts.
    public const string Repeated = "repeated";
    public const string Extra = "extra_forbidden";
    public const string Object = "object_type";
    public const string List = "list_type";
    public const string String = "string_type";
    public const string Integer = "int_type";
    public const string Number = "float_type";
    public const string Boolean = "bool_type";
    public const string Null = "none_required";
    public const string StringTooShort = "string_too_short";
    public const string StringTooLong = "string_too_long";
    public const string Enum = "enum";

    // Named after what the number must be: at least the minimum, at most the maximum, more than the minimum or less than the maximum.
    public const string TooSmall = "greater_than_equal";
    public const string TooLarge = "less_than_equal";
    public const string NotMore = "greater_than";
    public const string NotLess = "less_than";
    public const string TooShort = "too_short";
    public const string TooLong = "too_long";
    public const string DateTime = "datetime_parsing";
    public const string TimeZone = "timezone_aware";
    public const string Url = "url_parsing";
    public const string UrlScheme = "url_scheme";

    // Another input, or the payload itself, is not a valid input; the message names it.
    public const string Input = "input";

    // For the violations that a long report leaves out.
    public const string More = "more";
}
