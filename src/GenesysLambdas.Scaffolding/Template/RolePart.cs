namespace GenesysLambdas.Scaffolding.Template;

internal static class RolePart
{
    private const string ExecutionRole = """

                PermissionsBoundary: !If [HasPermissionsBoundary, !Ref PermissionsBoundaryArn, !Ref AWS::NoValue]
                AssumeRolePolicyDocument:
                  Version: "2012-10-17"
                  Statement:
                    - Effect: Allow
                      Principal:
                        Service: lambda.amazonaws.com
                      Action: sts:AssumeRole
                ManagedPolicyArns:
                  - !Sub arn:${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess
                  - !If
                    - HasVpc
                    - !Sub arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaENIManagementAccess
                    - !Ref AWS::NoValue
        """;

    private const string UseSecretsKey = """
        !If
          - HasSecretsKey
          - Effect: Allow
            Action: kms:Decrypt
            Resource: !Ref SecretsKeyArn
            Condition:
              StringEquals:
                kms:ViaService: !Sub secretsmanager.${AWS::Region}.${AWS::URLSuffix}
          - !Ref AWS::NoValue
        """;

    public static string Role(LookupContract lookup, TemplateApi api, Anchors anchors) => $$"""
          {{lookup.Stem()}}Role:
            Type: AWS::IAM::Role
            Condition: {{ConditionParts.Deploy(lookup)}}
            Properties:
              Description: !Sub Execution role of ${AWS::StackName}-{{lookup.Name}}
              <<: {{anchors.Use("ExecutionRole", ExecutionRole)}}
              Policies:
                - PolicyName: WriteLogs
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Action: [logs:CreateLogStream, logs:PutLogEvents]
                        Resource: !GetAtt {{lookup.Stem()}}Logs.Arn
                - {{SecretPolicy(api, anchors)}}

        """;

    private static string SecretPolicy(TemplateApi api, Anchors anchors)
    {
        var read = $"""
            PolicyName: ReadSecret
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Action: secretsmanager:GetSecretValue
                  Resource: {EnvironmentPart.Secret(api)}
                - {Indented(anchors.Use("UseSecretsKey", UseSecretsKey), 4)}
            """;
        return Indented(
            api.NeedsSecret ? read : $"""
                !If
                - {api.Stem}HasNoSecret
                - !Ref AWS::NoValue
                - {Indented(read, 2)}
                """,
            10);
    }

    /// <summary>Indents every line but the first.</summary>
    private static string Indented(string text, int column) => text.Replace("\n", "\n" + new string(' ', column), StringComparison.Ordinal);
}
