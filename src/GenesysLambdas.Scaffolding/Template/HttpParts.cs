using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Scaffolding.Template;

internal static class HttpParts
{
    private const string HttpRoute = """

                ApiId: !Ref HttpApi
                AuthorizationType: !If [HasHttpJwt, JWT, CUSTOM]
                AuthorizerId: !If [HasHttpJwt, !Ref HttpJwtAuthorizer, !Ref HttpTokenAuthorizer]
                AuthorizationScopes: !If [HasHttpJwtScope, [!Ref HttpJwtScope], !Ref AWS::NoValue]
        """;

    // Longer than the function's timeout (10 s). With the authorizer's (3 s), shorter than the data action's (15 s).
    private const string HttpIntegration = """

                ApiId: !Ref HttpApi
                IntegrationType: AWS_PROXY
                PayloadFormatVersion: "2.0"
                TimeoutInMillis: 11500
        """;

    public static string Deploy(LookupContract lookup) => ConditionParts.Deploy(lookup) + "Http";

    public static string Condition(LookupContract lookup) =>
        $"!And [!Condition {ConditionParts.Deploy(lookup)}, !Condition HasHttp, !Equals [!Ref {Parameter(lookup)}, \"true\"]]";

    public static string Parameter(LookupContract lookup) => lookup.Stem() + "Http";

    public static string Routes(TemplateLookups template)
    {
        var anchors = new Anchors();
        return string.Concat(template.Lookups.Select(lookup => Route(lookup, anchors)));
    }

    // Without DependsOn, calls would briefly fail when the first release changes the function's ARN.
    private static string Route(LookupContract lookup, Anchors anchors) => $$"""

          {{lookup.Stem()}}HttpRoute:
            Type: AWS::ApiGatewayV2::Route
            Condition: {{Deploy(lookup)}}
            Properties:
              RouteKey: POST {{HttpPath.Of(lookup)}}
              Target: !Sub integrations/${{{lookup.Stem()}}HttpIntegration}
              <<: {{anchors.Use("HttpRoute", HttpRoute)}}

          {{lookup.Stem()}}HttpIntegration:
            Type: AWS::ApiGatewayV2::Integration
            Condition: {{Deploy(lookup)}}
            DependsOn: {{lookup.Stem()}}HttpPermission
            Properties:
              IntegrationUri: {{OutputPart.Callable(lookup)}}
              <<: {{anchors.Use("HttpIntegration", HttpIntegration)}}

          {{lookup.Stem()}}HttpPermission:
            Type: AWS::Lambda::Permission
            Condition: {{Deploy(lookup)}}
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: {{OutputPart.Callable(lookup)}}
              Principal: apigateway.amazonaws.com
              SourceArn: !Sub arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${HttpApi}/*/POST{{HttpPath.Of(lookup)}}

        """;
}
