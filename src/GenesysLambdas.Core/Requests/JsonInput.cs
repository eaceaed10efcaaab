using System.Text;
using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Core.Requests;

/// <summary>Reads an input that is JSON. Its length and depth are checked before it is parsed.</summary>
internal static class JsonInput
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

    public static (JsonElement? Json, string? Problem) Read(InputContract input, JsonPart value) =>
        Encoding.UTF8.GetCharCount(value.Utf8.Span) > input.MaxLength ? (null, InputRequirement.Broken(input))
        : !JsonText.IsUnicode(value.Utf8.Span) ? (null, InputRequirement.NotUnicode(input))
        : (value.Parse(), null);
}
