using System.Text;
using System.Text.Json;
using GenesysLambdas.Contracts;
using GenesysLambdas.JsonReading;

namespace GenesysLambdas.Requests;

/// <summary>Reads an input that is JSON. Its length and depth are checked before it is parsed.</summary>
internal static class InputJson
{
    /// <summary>Reads a string that may contain a JSON document.</summary>
    /// <returns>The document, or null if it is not JSON; and what is wrong with the input, or null if it is valid.</returns>
    public static (JsonElement? Json, string? Problem) Parse(InputContract input, string text)
    {
        if (text.Length > input.MaxLength)
        {
            return (null, InputRequirement.Broken(input));
        }

        var utf8 = Encoding.UTF8.GetBytes(text);
        return JsonNesting.Check(utf8) switch
        {
            JsonProblem.TooDeep => (null, $"{input.Name} must not be nested more than {JsonNesting.MaxLevels} levels deep"),
            JsonProblem.NotJson => (null, null),
            _ => Read(input, new JsonPart(utf8)),
        };
    }

    /// <summary>Reads a value of the request.</summary>
    /// <returns>The value; and what is wrong with it, or null if it is valid.</returns>
    public static (JsonElement? Json, string? Problem) Read(InputContract input, JsonPart value) =>
        Encoding.UTF8.GetCharCount(value.Utf8.Span) > input.MaxLength ? (null, InputRequirement.Broken(input))
        : !IsUnicode(value.Utf8.Span) ? (null, $"{input.Name} must be valid Unicode text")
        : (value.Parse(), null);

    // Half a surrogate pair is well-formed JSON, but not text; and bytes that are not UTF-8 are found only when they are read.
    private static bool IsUnicode(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, JsonNesting.AnyDepth);
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
