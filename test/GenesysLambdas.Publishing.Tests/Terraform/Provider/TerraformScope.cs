using System.Text.Json;
using System.Text.Json.Nodes;
using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Tooling.Actions;

namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>What expressions may refer to, and the types of what they evaluate to.</summary>
/// <param name="variables">Each variable's type.</param>
/// <param name="resources">The resources' addresses, such as <c>genesyscloud_integration.lambda</c>.</param>
/// <param name="locals">The local values.</param>
internal sealed class TerraformScope(
    ProviderSchema provider, IReadOnlyDictionary<string, string?> variables, IReadOnlySet<string> resources, IReadOnlyDictionary<string, HclExpression> locals)
{
    private static readonly JsonNode AnAction = JsonNode.Parse(DataAction.Create(TestContracts.Weather, new(TestContracts.Weather.Name, 1))
        .ImportFile(ActionCall.Lambda(TestContracts.Weather, function: null), ActionTemplates.Canonical))!;

    private static readonly Dictionary<string, string> Functions = new()
    {
        ["contains"] = "bool",
        ["file"] = "string",
        ["jsondecode"] = "map(string)",
        ["jsonencode"] = "string",
        ["length"] = "number",
        ["lower"] = "string",
        ["replace"] = "string",
        ["startswith"] = "bool",
        ["strcontains"] = "bool",
        ["trimsuffix"] = "string",
    };

    /// <summary>What an expression refers to or calls, and is not there.</summary>
    public IEnumerable<string> Missing(HclExpression expression) =>
        from part in expression.All
        where part.Kind is HclKind.Reference or HclKind.Call && TypeOf(part) is null
        select $"there is no '{part.Text}'";

    /// <summary>Whether an expression is of a type as it is, without one of Terraform's conversions such as from "15" to 15.</summary>
    public bool Fits(string type, HclExpression expression) => (type, expression.Kind) switch
    {
        (_, HclKind.Conditional) => Fits("bool", expression.Parts[0]) && expression.Parts.Skip(1).All(part => Fits(type, part)),
        (_, HclKind.Null) => true,
        ("map(string)", HclKind.Object) => expression.Parts.All(member => Fits("string", member.Parts[0])),
        ("set(string)", HclKind.Tuple) => expression.Parts.All(item => Fits("string", item)),
        _ => TypeOf(expression) == type,
    };

    private string? TypeOf(HclExpression expression) => expression.Kind switch
    {
        HclKind.String => "string",
        HclKind.Number => "number",
        HclKind.Bool or HclKind.Operation => "bool",
        HclKind.Call => Functions.GetValueOrDefault(expression.Text),
        HclKind.Reference => TypeOf(expression.Text.Split('.')),
        _ => null,
    };

    private string? TypeOf(string[] reference) => reference switch
    {
        ["var", var name] => variables.GetValueOrDefault(name),
        ["path", "module"] => "string",
        ["local", ..] => TypeOf(Document(reference)),
        [var type, var name, var attribute] when resources.Contains($"{type}.{name}") =>
            provider.ResourceSchemas.GetValueOrDefault(type)?.Block.Attributes.GetValueOrDefault(attribute)?.TypeName,
        _ => null,
    };

    private static string? TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Object => "map(string)",
        _ => null,
    };

    /// <summary>What a local value holds of a decoded document, which is an action's file.</summary>
    private JsonNode? Document(string[] reference) => reference is ["local", var name, .. var path] && locals.GetValueOrDefault(name) is { } local
        ? path.Aggregate(local.Kind == HclKind.Call ? AnAction : Document(local.Text.Split('.')), (node, member) => (node as JsonObject)?[member])
        : null;
}
