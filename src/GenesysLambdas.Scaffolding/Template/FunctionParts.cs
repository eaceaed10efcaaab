namespace GenesysLambdas.Scaffolding.Template;

internal static class FunctionParts
{
    /// <summary>The ARNs that Genesys Cloud may invoke: each function and, with releases, its alias.</summary>
    public static string Permissions(TemplateLookups template) => string.Concat(
        from lookup in template.Lookups
        let alias = $$"""!If [HasRelease, !Sub "${{{lookup.Function}}.Arn}:live", !Ref AWS::NoValue]"""
        select $"""
                              - !If [{ConditionParts.Deploy(lookup)}, !GetAtt {lookup.Function}.Arn, !Ref AWS::NoValue]
                              - !If [{ConditionParts.Deploy(lookup)}, {alias}, !Ref AWS::NoValue]

            """);

    public static string Functions(TemplateLookups template)
    {
        var anchors = new Anchors();
        return string.Concat(template.Lookups.Select(lookup => $"""

              # {lookup.Name}

            {Function(template, lookup)}
            {RolePart.Role(lookup, template.ApiOf(lookup), anchors)}
            {Logs(lookup, anchors)}
            {AlarmParts.Alarms(lookup, anchors)}
            """)) + '\n';
    }

    private static string Function(TemplateLookups template, LookupContract lookup) => $$"""
          {{lookup.Function}}:
            Type: AWS::Serverless::Function
            Condition: {{ConditionParts.Deploy(lookup)}}
            Metadata:
              BuildMethod: makefile
            Properties:
              FunctionName: !Sub ${AWS::StackName}-{{lookup.Name}}
              Description: {{Yaml.Text(lookup.Description)}}
              Role: !GetAtt {{lookup.Stem()}}Role.Arn
              LoggingConfig:
                LogGroup: !Ref {{lookup.Stem()}}Logs
              AutoPublishCodeSha256: !Ref Release
              DeploymentPreference:
                Alarms: [!Ref {{lookup.Stem()}}ErrorsAlarm, !Ref {{lookup.Stem()}}FailuresAlarm]
              Environment:
                Variables:

        """ + Variables(template, lookup);

    private static string Variables(TemplateLookups template, LookupContract lookup)
    {
        var own = template.ByHand.OwnLinesOf(lookup.Function);
        var variables = from variable in EnvironmentPart.Of(lookup, template.ApiOf(lookup), template.ByHand)
                        where !own.Contains($" {variable.Name}:", StringComparison.Ordinal)
                        select $"          {variable.Name}: {variable.Value}\n";
        return string.Concat(variables) + (own.Length > 0 ? OwnLines.Marker + own : "");
    }

    private static string Logs(LookupContract lookup, Anchors anchors) => $$"""
          {{lookup.Stem()}}Logs:
            Type: AWS::Logs::LogGroup
            Condition: {{ConditionParts.Deploy(lookup)}}
            DeletionPolicy: Delete
            UpdateReplacePolicy: Delete
            Properties:
              LogGroupName: !Sub /aws/lambda/${AWS::StackName}-{{lookup.Name}}
              RetentionInDays: !Ref LogRetentionDays
              KmsKeyId: {{anchors.Use("LogsKey", "!If [HasLogsKey, !Ref LogsKeyArn, !Ref AWS::NoValue]")}}

        """;
}
