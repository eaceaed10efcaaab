using System.Text.Json.Nodes;

namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>
/// The rules of template.yaml, which CloudFormation checks before it changes anything
/// (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html), and its conditions.
/// </summary>
internal static class Rules
{
    /// <summary>What CloudFormation says when these parameters are given and the others have their defaults.</summary>
    public static IEnumerable<string> Broken(params (string Name, string Value)[] parameters) =>
        Template.Rules.SelectMany(rule => rule.Value!["Assertions"].Items())
            .Where(assertion => !Holds(assertion["Assert"]!, Given(parameters)))
            .Select(assertion => assertion.Text("AssertDescription")!);

    /// <summary>Whether a condition holds with these parameters.</summary>
    public static bool Holds(string condition, params (string Name, string Value)[] parameters) => Holds(Template.Conditions[condition]!, Given(parameters));

    /// <summary>What an <c>!If</c> becomes with these parameters.</summary>
    public static JsonNode Choice(JsonNode choice, params (string Name, string Value)[] parameters) => choice is JsonObject && choice["Fn::If"] is { } parts
        ? Choice(parts[Holds(parts[0]!.GetValue<string>(), parameters) ? 1 : 2]!, parameters)
        : choice;

    private static Dictionary<string, string> Given((string Name, string Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);

    private static bool Holds(JsonNode assertion, IReadOnlyDictionary<string, string> given)
    {
        var (function, value) = Assert.Single(assertion.AsObject());
        var arguments = value.Items().ToList();
        return function switch
        {
            "Condition" => Holds(Template.Conditions[value!.GetValue<string>()]!, given),
            "Fn::Not" => !Holds(Assert.Single(arguments), given),
            "Fn::And" => arguments.TrueForAll(argument => Holds(argument, given)),
            "Fn::Or" => arguments.Exists(argument => Holds(argument, given)),
            "Fn::Equals" => Text(arguments[0], given) == Text(arguments[1], given),
            "Fn::EachMemberEquals" => Text(arguments[0], given).Split(',').All(member => member == Text(arguments[1], given)),
            _ => throw new NotSupportedException(function),
        };
    }

    /// <summary>A text. A list is the text that it was given as, and joined with nothing between, it is that without its commas.</summary>
    private static string Text(JsonNode node, IReadOnlyDictionary<string, string> given) => node switch
    {
        JsonValue text => text.GetValue<string>(),
        _ when node["Fn::Join"] is { } join => Text(join[1]!, given).Replace(",", join[0]!.GetValue<string>(), StringComparison.Ordinal),
        _ => given.GetValueOrDefault(node.Text("Ref")!) ?? Template.Parameters[node.Text("Ref")!]!.Text("Default")!,
    };
}
