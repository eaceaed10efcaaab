namespace GenesysLambdas.Scaffolding.Template;

internal static class SamTemplate
{
    private static readonly Dictionary<string, Func<TemplateLookups, string>> Parts = new(StringComparer.Ordinal)
    {
        ["parameter groups"] = ParameterParts.Groups,
        ["parameters"] = ParameterParts.Parameters,
        ["rule"] = ConditionParts.Rule,
        ["conditions"] = ConditionParts.Conditions,
        ["settings"] = EnvironmentPart.Shared,
        ["permissions"] = FunctionParts.Permissions,
        ["functions"] = FunctionParts.Functions,
        ["http routes"] = HttpParts.Routes,
        ["secrets"] = SecretPart.Secrets,
        ["outputs"] = OutputPart.Outputs,
    };

    public static string Update(string text, IReadOnlyList<LookupContract> lookups)
    {
        var marked = MarkedText.Read("template.yaml", text, Parts.Keys);
        var template = new TemplateLookups(lookups, TemplateApi.Of(lookups), new HandWritten(marked.ByHand, OwnLines.Read(marked["functions"])));
        template.Check();
        var updated = marked.With(Parts.ToDictionary(part => part.Key, part => part.Value(template), StringComparer.Ordinal));
        template.ByHand.CheckReferences(updated);
        return Dashboard.Update(updated, lookups);
    }
}
