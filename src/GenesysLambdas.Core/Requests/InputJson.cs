using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Requests;

/// <summary>JSON that came from outside.</summary>
internal static class InputJson
{
    // JsonDocument takes time that grows with the square of the depth: 0.3 seconds for this much, minutes for a megabyte of
    // brackets, and no deadline ends it.
    private const int MaxDepth = 10_000;

    public static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <returns>Null if it is not JSON.</returns>
    public static JsonElement? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Options).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>The default if it is not an object, or has no such member.</returns>
    /// <exception cref="InvalidOperationException">The name of a member is not text.</exception>
    public static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;

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
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
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
