namespace GenesysLambdas.Core.JsonReading;

/// <summary>
/// Limits the nesting of untrusted JSON, as RFC 8259, section 9 permits. A level is an object or an array:
/// <c>{}</c> has one, <c>{"a":[]}</c> has two.
/// </summary>
public static class JsonNesting
{
    /// <summary>The maximum number of levels, which is also System.Text.Json's default.</summary>
    public const int MaxLevels = 64;

    internal static readonly JsonDocumentOptions Document = new() { MaxDepth = MaxLevels };

    /// <summary>For scanning JSON, which takes time proportional to its length whatever its depth.</summary>
    internal static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    public static JsonProblem Check(ReadOnlySpan<byte> utf8) => Check(utf8, out _);

    /// <summary>Checks JSON in one pass, in time proportional to its length.</summary>
    /// <param name="error">The syntax error and its position; null if it is valid JSON.</param>
    /// <returns>What is wrong with it, if anything. It does not check whether strings are valid Unicode.</returns>
    public static JsonProblem Check(ReadOnlySpan<byte> utf8, out JsonException? error)
    {
        error = null;
        var reader = new Utf8JsonReader(utf8, AnyDepth);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth == MaxLevels)
                {
                    return JsonProblem.TooDeep;
                }
            }

            return JsonProblem.None;
        }
        catch (JsonException exception)
        {
            error = exception;
            return JsonProblem.NotJson;
        }
    }
}

/// <summary>What is wrong with untrusted JSON.</summary>
public enum JsonProblem
{
    None,

    NotJson,

    /// <summary>It is nested more than <see cref="JsonNesting.MaxLevels"/> levels deep.</summary>
    TooDeep,
}
