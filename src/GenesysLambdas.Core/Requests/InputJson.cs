using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Requests;

/// <summary>JSON that came from outside.</summary>
internal static class InputJson
{
    /// <summary>Nesting is bounded all the same: the runtime API caps events, and we cap replies. Reading is not recursive.</summary>
    public static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <returns>Null if it is not JSON.</returns>
    public static JsonElement? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, AnyDepth).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with a JSON input, or null.</summary>
    public static string? Problem(InputContract input, JsonElement json)
    {
        var utf8 = JsonMarshal.GetRawUtf8Value(json);
        return !IsUnicode(utf8) ? $"{input.Name} must be valid Unicode text"
            : Encoding.UTF8.GetCharCount(utf8) > input.MaxLength ? InputRequirement.Broken(input)
            : null;
    }

    // Half a surrogate pair is well-formed JSON, but not text; and bytes that are not UTF-8 are found only when they are read.
    private static bool IsUnicode(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
