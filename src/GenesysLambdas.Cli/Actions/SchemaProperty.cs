using System.Text.Json.Nodes;

namespace GenesysLambdas.Cli.Actions;

/// <summary>What of a schema a contract is made of.</summary>
/// <param name="Properties">The properties by name.</param>
/// <param name="Required">The names of the required ones.</param>
internal sealed record ObjectSchema(JsonObject Properties, IReadOnlyList<string>? Required = null);

/// <summary>An input or output as a schema has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, such as <c>string</c>, or <c>string[]</c> for an array.</param>
/// <param name="Required">Whether the schema requires it.</param>
/// <param name="Keywords">All that the schema says of it.</param>
internal sealed record SchemaProperty(string Name, string Type, bool Required, JsonObject Keywords)
{
    public static IReadOnlyList<SchemaProperty> AllOf(ObjectSchema schema) =>
    [
        .. from property in schema.Properties
           let keywords = property.Value as JsonObject ?? []
           select new SchemaProperty(property.Key, TypeIn(keywords), schema.Required?.Contains(property.Key) ?? false, keywords),
    ];

    private static string TypeIn(JsonObject keywords) => keywords["type"]?.ToString() switch
    {
        null => "of any type",
        "array" => $"{(keywords["items"] as JsonObject)?["type"]}[]",
        var type => type,
    };
}
