using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace GenesysLambdas.Core.JsonReading;

/// <summary>
/// Whether strings in JSON are valid Unicode. An escaped lone surrogate is well-formed JSON, but not valid Unicode; nor are bytes that are not
/// UTF-8.
/// </summary>
public static class JsonText
{
    /// <summary>Whether all strings in a JSON value are valid Unicode.</summary>
    public static bool IsUnicode(JsonElement json) => IsUnicode(JsonMarshal.GetRawUtf8Value(json));

    internal static bool IsUnicode(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, JsonNesting.AnyDepth);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && (reader.ValueIsEscaped || !Utf8.IsValid(reader.ValueSpan))
                && Read(reader) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Null if it is not valid Unicode.</returns>
    internal static string? Read(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
