namespace GenesysLambdas.Scaffolding.Template;

internal sealed record TemplateLookups(IReadOnlyList<LookupContract> Lookups, IReadOnlyList<TemplateApi> Apis, HandWritten ByHand)
{
    public TemplateApi ApiOf(LookupContract lookup) => Apis.Single(api => api.Lookups.Contains(lookup));

    public void Check()
    {
        foreach (var api in Apis)
        {
            if (api.Settings.Select(TemplateNames.Parameter).FirstOrDefault(parameter => !ByHand.Has(parameter)) is { } missing)
            {
                throw new ToolException(
                    $"template.yaml has no parameter {missing}, which the address of {api.Contract.Name} contains. "
                    + "Add it to Parameters, and to a group in Metadata.");
            }
        }

        if (ByHand.FunctionsWithOwnLines.Except(Lookups.Select(lookup => lookup.Function)).FirstOrDefault() is { } gone)
        {
            throw new ToolException(
                $"template.yaml has lines written by hand in {gone}, which is no longer a lookup's function. Move them, or delete them.");
        }
    }
}
