using System.Text.Json.Nodes;

namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>
/// The rules of template.yaml, which CloudFormation checks before it changes anything
/// (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html).
/// </summary>
internal static class Rules
{
    /// <summary>What CloudFormation says when these parameters are given and the others have their defaults.</summary>
    public static IEnumerable<string> Broken(params (string Name, string Value)[] parameters)
    {
        var given = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
        return Template.Rules.SelectMany(rule => rule.Value!["Assertions"].Items())
            .Where(assertion => !Holds(assertion["Assert"]!, given))
            .Select(assertion => assertion.Text("AssertDescription")!);
    }

    private static bool Holds(JsonNode assertion, IReadOnlyDictionary<string, string> given)
    {
        var (function, value) = Assert.Single(assertion.AsObject());
        var arguments = value.Items().ToList();
        return function switch
        {
            "Fn::Not" => !Holds(Assert.Single(arguments), given),
            "Fn::And" => arguments.TrueForAll(argument => Holds(argument, given)),
            "Fn::Or" => arguments.Exists(argument => Holds(argument, given)),
            "Fn::Equals" => Text(arguments[0], given) == Text(arguments[1], given),
            "Fn::EachMemberEquals" => Text(arguments[0], given).Split(',').All(member => member == Text(arguments[1], given)),
            _ => throw new NotSupportedException(function),
        };
    }

    private static string Text(JsonNode node, IReadOnlyDictionary<string, string> given) => node is JsonValue text
        ? text.GetValue<string>()
        : given.GetValueOrDefault(node.Text("Ref")!) ?? Template.Parameters[node.Text("Ref")!]!.Text("Default")!;
}
