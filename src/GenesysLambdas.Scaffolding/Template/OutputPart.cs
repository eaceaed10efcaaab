namespace GenesysLambdas.Scaffolding.Template;

internal static class OutputPart
{
    /// <summary>The ARN to invoke: the release's alias or, without releases, the function.</summary>
    public static string Callable(LookupContract lookup) => $"!If [HasRelease, !Ref {lookup.Function}.Alias, !GetAtt {lookup.Function}.Arn]";

    public static string Outputs(TemplateLookups template) =>
        string.Concat(template.Lookups.Select(lookup => $$"""
              {{lookup.Function}}Arn:
                Condition: {{ConditionParts.Deploy(lookup)}}
                Value: {{Callable(lookup)}}

            """))
        + string.Concat(template.Apis.Select(api => $$"""
              {{api.Stem}}SecretArn:
                Condition: Create{{api.Stem}}Secret
                Description: Created empty; set its value.
                Value: !Ref {{api.Stem}}Credentials

            """));
}
