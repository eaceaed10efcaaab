using System.Text.Json.Nodes;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>template.yaml, as CloudFormation understands it.</summary>
internal static class Template
{
    private static readonly JsonObject Root = CloudFormationYaml.Read(Repository.Path("template.yaml"));

    public static JsonObject Parameters => Root[nameof(Parameters)]!.AsObject();

    public static JsonObject Rules => Root[nameof(Rules)]!.AsObject();

    public static JsonObject Conditions => Root[nameof(Conditions)]!.AsObject();

    public static JsonObject Mappings => Root[nameof(Mappings)]!.AsObject();

    /// <summary>The groups that CloudFormation's console shows the parameters in.</summary>
    public static IEnumerable<JsonNode> ParameterGroups => Root["Metadata"]!["AWS::CloudFormation::Interface"]![nameof(ParameterGroups)].Items();

    public static JsonObject Outputs => Root[nameof(Outputs)]!.AsObject();

    public static JsonObject Resources => Root[nameof(Resources)]!.AsObject();

    /// <summary>What every function has.</summary>
    public static JsonObject Globals => Root[nameof(Globals)]!["Function"]!.AsObject();

    /// <summary>The dashboard's JSON, before CloudFormation has put names into it.</summary>
    public static string Dashboard => Resources[nameof(Dashboard)]!["Properties"]!["DashboardBody"]!.Text("Fn::Sub")!;

    /// <summary>The functions, by logical name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Functions { get; } = OfType("AWS::Serverless::Function");

    /// <summary>The roles, by logical name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Roles { get; } = OfType("AWS::IAM::Role");

    public static IReadOnlyDictionary<string, JsonObject> OfType(string type) => Resources
        .Where(resource => resource.Value!.Text("Type") == type)
        .ToDictionary(resource => resource.Key, resource => resource.Value!.AsObject(), StringComparer.Ordinal);

    /// <summary>A function's environment variables, those that every function has included.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Variables(string function) =>
        new[] { Globals, Functions[function]["Properties"]! }
            .SelectMany(properties => properties["Environment"]!["Variables"]!.AsObject())
            .ToDictionary(variable => variable.Key, variable => variable.Value!, StringComparer.Ordinal);

    /// <summary>Of those, what is the same in every deployment.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Constants(string function) =>
        Variables(function).Where(variable => variable.Value is JsonValue).Select(variable => KeyValuePair.Create(variable.Key, variable.Value.GetValue<string>()));

    /// <summary>What a value is where every parameter has its default; null where that depends on more than the parameters.</summary>
    public static string? Default(JsonNode value) => value switch
    {
        JsonValue text => text.GetValue<string>(),
        JsonObject reference when reference["Ref"] is { } name && Parameters[name.GetValue<string>()] is { } parameter => parameter.Text("Default"),
        _ => null,
    };

    public static string? Text(this JsonNode node, string name) => node[name]?.GetValue<string>();

    /// <summary>The node and all below it.</summary>
    public static IEnumerable<JsonNode> Tree(this JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Tree).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Tree).Prepend(node),
        _ => [node],
    };

    /// <summary>A node's texts: the node itself, or the items of the list that it is.</summary>
    public static IEnumerable<JsonNode> Items(this JsonNode? node) => node is JsonArray items ? items.OfType<JsonNode>() : node is null ? [] : [node];
}
