using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// Whether a value fits the part of JSON Schema that data actions use most: <c>type</c>, <c>required</c>, <c>properties</c>
/// and <c>items</c>. Other keywords are not looked at.
/// </summary>
internal static class SchemaCheck
{
    /// <summary>The places of what does not fit.</summary>
    public static IEnumerable<ErrorDetail> Violations(JsonNode? schema, JsonNode? value, string path = "")
    {
        if ((string?)schema?["type"] is { } type && !Fits(type, value))
        {
            yield return new ErrorDetail($"not.{type}", path);
            yield break;
        }

        var nested = value switch
        {
            JsonObject members => CheckObject(schema, members, path),
            JsonArray items => items.SelectMany((item, index) => Violations(schema?["items"], item, $"{path}[{index}]")),
            _ => [],
        };
        foreach (var violation in nested)
        {
            yield return violation;
        }
    }

    private static IEnumerable<ErrorDetail> CheckObject(JsonNode? schema, JsonObject members, string path)
    {
        var prefix = path.Length == 0 ? "" : $"{path}.";
        var missing = (schema?["required"] as JsonArray ?? []).Select(name => (string)name!)
            .Where(name => !members.ContainsKey(name))
            .Select(name => new ErrorDetail("required", prefix + name));
        return missing.Concat(members.SelectMany(member => Violations(schema?["properties"]?[member.Key], member.Value, prefix + member.Key)));
    }

    private static bool Fits(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(decimal.Parse(value!.ToJsonString(), System.Globalization.NumberStyles.Float)),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("null", JsonValueKind.Null) => true,
        _ => false,
    };
}
