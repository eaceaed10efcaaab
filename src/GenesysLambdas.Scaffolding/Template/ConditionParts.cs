namespace GenesysLambdas.Scaffolding.Template;

internal static class ConditionParts
{
    // CloudFormation allows ten assertions. This leaves two for hand-written ones.
    private const int MaxAssertions = 8;

    /// <summary>Assertions of the rule that at least one lookup is deployed.</summary>
    public static string Rule(TemplateLookups template)
    {
        var assertions = template.Apis
            .Where(api => api.Lookups.Any(lookup => !template.ByHand.Has(Deploy(lookup))))
            .Select(api => Yaml.Any(api.RequiredParameters.Select(IsEmpty)))
            .Distinct()
            .ToList();
        var items = assertions.Count <= MaxAssertions ? assertions : [Yaml.All(assertions)];
        return string.Concat(items.Select(item => $"            - {item}\n"));
    }

    public static string Conditions(TemplateLookups template) => string.Concat(
        from condition in template.Lookups.Select(lookup => (Name: Deploy(lookup), Value: IsGiven(template.ApiOf(lookup))))
            .Concat(template.Apis.SelectMany(OfSecret))
            .Concat(template.Lookups.Select(lookup => (Name: HttpParts.Deploy(lookup), Value: HttpParts.Condition(lookup))))
        where !template.ByHand.Has(condition.Name)
        select $"  {condition.Name}: {condition.Value}\n");

    public static string Deploy(LookupContract lookup) => "Deploy" + lookup.Stem();

    private static IEnumerable<(string Name, string Value)> OfSecret(TemplateApi api)
    {
        if (!api.NeedsSecret)
        {
            yield return ($"{api.Stem}HasNoSecret", $"!Equals [!Ref {api.Stem}Secret, none]");
        }

        yield return ($"{api.Stem}SecretIsNew", $"!Equals [!Ref {api.Stem}Secret, create]");
        var isDeployed = Yaml.Any(api.Lookups.Select(lookup => $"!Condition {Deploy(lookup)}"));
        yield return ($"Create{api.Stem}Secret", $"!And [{isDeployed}, !Condition {api.Stem}SecretIsNew]");
    }

    private static string IsGiven(TemplateApi api) => Yaml.All(api.RequiredParameters.Select(parameter => $"!Not [{IsEmpty(parameter)}]"));

    private static string IsEmpty(string parameter) => $"!Equals [!Ref {parameter}, \"\"]";
}
