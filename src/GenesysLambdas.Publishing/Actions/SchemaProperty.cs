namespace GenesysLambdas.Publishing.Actions;

/// <param name="Type">Its type, such as <c>string</c>, or <c>string[]</c> for an array.</param>
internal sealed record SchemaProperty(string Name, string Type, bool Required, JsonObject Keywords)
{
    public static JsonSerializerOptions Complete { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="JsonException">It is not a schema with properties.</exception>
    public static IReadOnlyList<SchemaProperty> Read(JsonObject schema)
    {
        var (properties, required) = schema.Deserialize<ObjectSchema>(Complete)!;
        return
        [
            .. from property in properties
               let keywords = property.Value as JsonObject ?? []
               select new SchemaProperty(property.Key, TypeIn(keywords), required?.Contains(property.Key) ?? false, keywords),
        ];
    }

    private static string TypeIn(JsonObject keywords) => keywords["type"]?.ToString() switch
    {
        null => "of any type",
        "array" => $"{(keywords["items"] as JsonObject)?["type"]}[]",
        var type => type,
    };

    private sealed record ObjectSchema(JsonObject Properties, IReadOnlyList<string>? Required = null);
}
