namespace GenesysLambdas.Scaffolding.Template;

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
                  Description: !Sub Credentials of ${AWS::StackName} for {{api.Contract.Name}}
                  KmsKeyId: !If [HasSecretsKey, !Ref SecretsKeyArn, !Ref AWS::NoValue]

            """);
}
