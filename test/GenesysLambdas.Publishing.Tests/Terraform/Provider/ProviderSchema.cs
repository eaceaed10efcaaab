using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>
/// What a version of Genesys Cloud's provider takes for the resources that the files use, in the form that
/// <c>terraform providers schema -json</c> prints. Written down from resource_genesyscloud_integration*.go in
/// MyPureCloud/terraform-provider-genesyscloud at <paramref name="Commit"/>. No block of these has a minimum.
/// </summary>
internal sealed record ProviderSchema(string Version, string Commit, IReadOnlyDictionary<string, ResourceSchema> ResourceSchemas)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static ProviderSchema Load(string version) => JsonSerializer.Deserialize<ProviderSchema>(
        File.ReadAllText(Repository.Path("test", "GenesysLambdas.Publishing.Tests", "Terraform", "Provider", $"genesyscloud-{version}.json")), Format)!;
}

internal sealed record ResourceSchema(BlockSchema Block);

internal sealed record BlockSchema(IReadOnlyDictionary<string, AttributeSchema> Attributes)
{
    public IReadOnlyDictionary<string, NestedBlockSchema> BlockTypes { get; init; } = new Dictionary<string, NestedBlockSchema>();
}

internal sealed record NestedBlockSchema(string NestingMode, int MaxItems, BlockSchema Block);

/// <param name="Type">Such as <c>"string"</c> or <c>["map", "string"]</c>.</param>
/// <remarks><c>force_new</c>, <c>values</c> and <c>between</c> are in the provider's code; Terraform does not print them.</remarks>
internal sealed record AttributeSchema(JsonNode Type)
{
    public bool Required { get; init; }

    public bool Optional { get; init; }

    public bool Computed { get; init; }

    public bool Sensitive { get; init; }

    /// <summary>Whether a change replaces the resource.</summary>
    public bool ForceNew { get; init; }

    /// <summary>The only values that it takes.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The least and the greatest number, or length of a text.</summary>
    public IReadOnlyList<int>? Between { get; init; }

    /// <summary>The type as it is written for a variable, such as <c>map(string)</c>.</summary>
    public string TypeName => Type is JsonArray parts ? $"{parts[0]}({parts[1]})" : (string)Type!;
}
