using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>Reads a body as one of the SDK's models, and refuses what the model does not allow, with the place of each violation.</summary>
internal static class PlatformBody
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The body as JSON; null where there is none, or where it is not JSON.</summary>
    public static async Task<(JsonNode? Body, bool IsJson)> ParseAsync(HttpRequest request)
    {
        var text = await new StreamReader(request.Body).ReadToEndAsync();
        if (text.Length == 0)
        {
            return (null, true);
        }

        try
        {
            return request.HasJsonContentType() ? (JsonNode.Parse(text), true) : (null, false);
        }
        catch (JsonException)
        {
            return (null, false);
        }
    }

    public static T Read<T>(JsonNode? body)
        where T : class
    {
        T? read;
        try
        {
            read = body.Deserialize<T>(Strict);
        }
        catch (JsonException exception)
        {
            throw Refused(new ErrorDetail("invalid", exception.Path?.TrimStart('$').TrimStart('.')));
        }

        var violations = read is null ? [new ErrorDetail("required", null)] : Violations(read, "").ToList();
        return violations.Count == 0 ? read! : throw Refused([.. violations]);
    }

    public static PlatformException Refused(params IReadOnlyList<ErrorDetail> details) =>
        new(PlatformError.BadRequest($"The body is not valid: {string.Join(", ", details.Select(detail => detail.FieldName))}", details));

    private static IEnumerable<ErrorDetail> Violations(object value, string path) => value.GetType().GetProperties()
        .SelectMany(property => Violations(property, property.GetValue(value), $"{path}{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}"));

    private static IEnumerable<ErrorDetail> Violations(PropertyInfo property, object? value, string path)
    {
        var broken = property.GetCustomAttributes<ValidationAttribute>()
            .Where(rule => !rule.IsValid(value))
            .Select(rule => new ErrorDetail(rule is RequiredAttribute ? "required" : "invalid", path));
        var nested = value switch
        {
            string => [],
            IEnumerable list => list.Cast<object>().Where(IsModel).SelectMany((item, index) => Violations(item, $"{path}[{index}].")),
            not null when IsModel(value) => Violations(value, $"{path}."),
            _ => [],
        };
        return broken.Concat(nested);
    }

    private static bool IsModel(object value) => value.GetType().Namespace == typeof(PlatformBody).Namespace;
}

/// <summary>A value, or each one of a list, has to be one of these.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class OneOfAttribute(params string[] values) : ValidationAttribute
{
    public IReadOnlyList<string> Values => values;

    public override bool IsValid(object? value) => value switch
    {
        null => true,
        string text => values.Contains(text, StringComparer.Ordinal),
        IEnumerable<string> list => list.All(IsValid),
        _ => false,
    };
}
