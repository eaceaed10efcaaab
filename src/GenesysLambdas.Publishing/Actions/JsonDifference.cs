using System.Text.Encodings.Web;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>Compares two JSON objects, member by member.</summary>
internal static class JsonDifference
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Describes each difference, such as <c>config.request.requestType is "GET", must be "POST"</c>.</summary>
    /// <param name="describe">Describes a place; null for its dotted path.</param>
    public static IEnumerable<string> Between(JsonObject found, JsonObject expected, Func<string, string>? describe = null) =>
        Between(found, expected, "", describe ?? (path => path));

    private static IEnumerable<string> Between(JsonObject found, JsonObject expected, string path, Func<string, string> describe)
    {
        foreach (var (name, must) in expected)
        {
            if (!found.TryGetPropertyValue(name, out var value))
            {
                yield return $"{describe(path + name)} is missing";
            }
            else if (value is JsonObject inner && must is JsonObject mustInner)
            {
                foreach (var difference in Between(inner, mustInner, $"{path}{name}.", describe))
                {
                    yield return difference;
                }
            }
            else if (!JsonNode.DeepEquals(value, must))
            {
                yield return $"{describe(path + name)} is {Text(value)}, must be {Text(must)}";
            }
        }

        foreach (var (name, _) in found.Where(member => !expected.ContainsKey(member.Key)))
        {
            yield return $"{describe(path + name)} is unexpected";
        }
    }

    private static string Text(JsonNode? value) => value?.ToJsonString(Readable) ?? "null";
}
