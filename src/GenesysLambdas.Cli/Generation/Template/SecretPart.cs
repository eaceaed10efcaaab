namespace GenesysLambdas.Cli.Generation.Template;

/// <summary>The secrets that the stack creates, one for each external API.</summary>
internal static class SecretPart
{
    public static string Secrets(TemplateLookups template) => string.Concat(
        from api in template.Apis
        where !template.ByHand.Has(api.Stem + "Credentials")
        select $$"""

              {{api.Stem}}Credentials:
                Type: AWS::SecretsManager::Secret
                Condition: Create{{api.Stem}}Secret
                DeletionPolicy: RetainExceptOnCreate
                UpdateReplacePolicy: Retain
                Properties:
                  Description: !Sub Credentials of ${AWS::StackName} for the {{Name(api)}} API
                  KmsKeyId: !If [HasSecretsKey, !Ref SecretsKeyArn, !Ref AWS::NoValue]

            """);

    private static string Name(TemplateApi api)
    {
        const string Suffix = "_API";
        var name = api.Contract.Name;
        return (name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name).Replace('_', ' ').ToLowerInvariant();
    }
}
