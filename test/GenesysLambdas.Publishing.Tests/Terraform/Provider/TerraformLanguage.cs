namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>What Terraform itself takes in the blocks that the files use, as far as they use it.</summary>
internal static class TerraformLanguage
{
    /// <summary>The type of an argument that names something and is not evaluated.</summary>
    public const string Name = "name";

    /// <summary>The type of an argument that is a list of names.</summary>
    public const string Names = "names";

    public static BlockSchema Settings { get; } = Block(
        [("required_version", Optional("string"))],
        ("required_providers", Block([("genesyscloud", Required("map(string)"))])));

    public static BlockSchema Removed { get; } = Block(
        [("from", Required(Name))],
        ("lifecycle", Block([("destroy", Required("bool"))])));

    public static BlockSchema Moved { get; } = Block([("from", Required(Name)), ("to", Required(Name))]);

    private static BlockSchema Meta { get; } = Block(
        [("count", Optional("number"))],
        ("lifecycle", Block([("ignore_changes", Optional(Names))])));

    /// <summary>A resource: the provider's attributes and blocks, and Terraform's own.</summary>
    public static BlockSchema Resource(BlockSchema schema) => new(schema.Attributes.Concat(Meta.Attributes).ToDictionary())
    {
        BlockTypes = schema.BlockTypes.Concat(Meta.BlockTypes).ToDictionary(),
    };

    /// <summary>A call of a module with these variables.</summary>
    public static BlockSchema Module(IEnumerable<(string Name, string Type)> variables) =>
        Block([("source", Required("string")), .. variables.Select(variable => (variable.Name, Required(variable.Type)))]);

    /// <summary>A variable, whose default is of its own type.</summary>
    public static BlockSchema Variable(string type) => Block(
        [
            ("type", Required(Name)),
            ("description", Optional("string")),
            ("default", Optional(type)),
            ("sensitive", Optional("bool")),
        ],
        ("validation", Block([("condition", Required("bool")), ("error_message", Required("string"))])));

    /// <summary>A variable's type, such as <c>set(string)</c>; null if there is no such type.</summary>
    public static string? TypeOf(HclBody variable) => variable.Arguments.GetValueOrDefault("type") switch
    {
        { Kind: HclKind.Reference, Text: "string" or "number" or "bool" } type => type.Text,
        { Kind: HclKind.Call, Text: "set" or "map", Parts: [{ Text: "string" }] } type => $"{type.Text}(string)",
        _ => null,
    };

    private static BlockSchema Block((string Name, AttributeSchema Schema)[] attributes, params (string Name, BlockSchema Schema)[] blocks) =>
        new(attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Schema))
        {
            BlockTypes = blocks.ToDictionary(block => block.Name, block => new NestedBlockSchema("list", 1, block.Schema)),
        };

    private static AttributeSchema Required(string type) => new(type) { Required = true };

    private static AttributeSchema Optional(string type) => new(type) { Optional = true };
}
