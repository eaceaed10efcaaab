using System.Text.Json.Serialization.Metadata;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>
/// The path of a value in a reply that could not be read, such as <c>$.result[0].assigned_to</c>. It is for the log, so it contains only
/// indices and names that the lookup's records declare. Keys of a dictionary are data, and become <c>[*]</c>.
/// </summary>
internal static class ReplyPath
{
    /// <returns>Null if the exception does not say.</returns>
    public static string? Of(Exception exception, JsonTypeInfo type)
    {
        // If it contains another JsonException, the reply is not JSON.
        if (exception is not JsonException { Path: ['$', ..] path, InnerException: not JsonException })
        {
            return null;
        }

        var place = "$";
        var rest = path.AsSpan(1);
        for (var current = type; current is not null && !rest.IsEmpty;)
        {
            (var step, var length, current) = Step(current, rest);
            place += step;
            rest = rest[length..];
        }

        return place;
    }

    // Stops at the first unknown part.
    private static (string Step, int Length, JsonTypeInfo? Next) Step(JsonTypeInfo type, ReadOnlySpan<char> rest) => type.Kind switch
    {
        JsonTypeInfoKind.Object => Member(type, rest),
        JsonTypeInfoKind.Enumerable when rest.IndexOf(']') is > 0 and var end => (rest[..(end + 1)].ToString(), end + 1, Of(type, type.ElementType)),
        JsonTypeInfoKind.Dictionary => ("[*]", rest.Length, null),
        _ => ("", rest.Length, null),
    };

    // Names with special characters are in brackets. The longest matching name wins.
    private static (string Step, int Length, JsonTypeInfo? Next) Member(JsonTypeInfo type, ReadOnlySpan<char> rest)
    {
        (string Step, int Length, JsonTypeInfo? Next) found = ("", rest.Length, null);
        var longest = 0;
        foreach (var property in type.Properties)
        {
            var step = rest.StartsWith("['") ? $"['{property.Name}']" : "." + property.Name;
            if (!property.IsExtensionData && step.Length > longest && rest.StartsWith(step, StringComparison.Ordinal))
            {
                longest = step.Length;
                found = (step, step.Length, Of(type, property.PropertyType));
            }
        }

        return found;
    }

    private static JsonTypeInfo? Of(JsonTypeInfo type, Type? next) =>
        next is not null && type.Options.TryGetTypeInfo(next, out var found) ? found : null;
}
