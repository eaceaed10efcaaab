using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>The HTTP API in front of the lookups. Facts are from docs.aws.amazon.com/apigateway/latest/developerguide, pages http-api-*.</summary>
public sealed partial class HttpAccessTests
{
    private const string Authorizer = "HttpAuthorizerFunction";

    /// <summary>http-api-logging-variables.html</summary>
    private static readonly HashSet<string> LogVariables = new(StringComparer.Ordinal)
    {
        "accountId", "apiId", "authorizer.error", "authorizer.principalId", "awsEndpointRequestId", "awsEndpointRequestId2", "customDomain.basePathMatched",
        "dataProcessed", "domainName", "domainPrefix", "error.message", "error.messageString", "error.responseType", "extendedRequestId", "httpMethod",
        "identity.accountId", "identity.caller", "identity.principalOrgId", "identity.sourceIp", "identity.user", "identity.userAgent", "identity.userArn",
        "integration.error", "integration.integrationStatus", "integration.latency", "integration.requestId", "integration.status", "integrationErrorMessage",
        "integrationLatency", "integrationStatus", "path", "protocol", "requestId", "requestTime", "requestTimeEpoch", "responseLatency", "responseLength",
        "routeKey", "stage", "status",
    };

    private static readonly (string, string)[] EveryLookup =
    [
        .. Template.Parameters.Where(parameter => parameter.Key.EndsWith("BaseUrl", StringComparison.Ordinal)).Select(parameter => (parameter.Key, "https://a.example")),
        ("GenesysRegionDomain", "mypurecloud.com"), ("InvokeDataAction", "true"), ("GenesysInvocationsPath", "/history/{dataActionId}"), ("InvokeDataActionHttp", "true"),
    ];

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    private static IReadOnlyDictionary<string, JsonObject> Routes => Template.OfType("AWS::ApiGatewayV2::Route");

    private static JsonNode Stage => Template.Resources["HttpApiStage"]!["Properties"]!;

    [Fact]
    public void There_is_no_HTTP_access_by_default()
    {
        Assert.Equal("none", Template.Parameters["HttpAccess"]!.Text("Default"));
        Assert.DoesNotContain(Deployed(EveryLookup), IsHttp);
    }

    [Theory]
    [InlineData("token", "HttpTokenAuthorizer")]
    [InlineData("jwt", "HttpJwtAuthorizer")]
    public void Every_lookup_that_is_deployed_has_a_route_and_every_route_has_an_authorizer(string access, string authorizer)
    {
        (string, string)[] parameters = [.. EveryLookup, ("HttpAccess", access)];
        var deployed = Deployed(parameters).ToList();
        var routes = deployed.Where(Routes.ContainsKey).Select(route => Routes[route]["Properties"]!).ToList();

        Agreement.Assert(
            "routes",
            ("template.yaml", routes.Select(route => route.Text("RouteKey")!)),
            ("the code", LookupUnderTest.All.Select(lookup => $"POST /data-action/{lookup.Contract.Name}")));
        Assert.Equal(authorizer, Assert.Single(deployed, Template.OfType("AWS::ApiGatewayV2::Authorizer").ContainsKey));
        Assert.All(routes, route =>
        {
            Assert.Equal(access == "jwt" ? "JWT" : "CUSTOM", Rules.Choice(route["AuthorizationType"]!, parameters).GetValue<string>());
            Assert.Equal(authorizer, Rules.Choice(route["AuthorizerId"]!, parameters).Text("Ref"));
        });
        Assert.Equal(access == "token", deployed.Contains(Authorizer));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public void Each_lookup_can_be_left_out_of_the_API(string name)
    {
        var stem = Stem(name);
        string[] parts = [stem + "HttpRoute", stem + "HttpIntegration", stem + "HttpPermission"];
        (string, string)[] with = [.. EveryLookup, ("HttpAccess", "token")];
        (string, string)[] without = [.. with.Where(parameter => parameter.Item1 != stem + "Http"), (stem + "Http", "false")];

        Assert.Equal(parts.Order(StringComparer.Ordinal), Deployed(with).Except(Deployed(without)).Order(StringComparer.Ordinal));
        Assert.Equal(["true", "false"], Template.Parameters[stem + "Http"]!["AllowedValues"].Items().Select(value => value.GetValue<string>()));
    }

    [Fact]
    public void A_lookup_with_which_the_one_token_could_do_harm_is_left_out_by_default()
    {
        Assert.All(LookupUnderTest.All, lookup => Assert.Equal(
            lookup.Contract.HttpByDefault ? "true" : "false",
            Template.Parameters[Stem(lookup.Contract.Name) + "Http"]!.Text("Default")));
        Assert.Equal(["invoke-data-action"], from lookup in LookupUnderTest.All where !lookup.Contract.HttpByDefault select lookup.Contract.Name);
    }

    [Fact]
    public void A_lookup_that_is_not_deployed_has_no_route() => Agreement.Assert(
        "routes",
        ("template.yaml", Deployed(("UserApiBaseUrl", "https://a.example"), ("HttpAccess", "token")).Where(Routes.ContainsKey)),
        ("the code", from lookup in LookupUnderTest.All where lookup.Contract.Api.Name == "USER_API" select lookup.Contract.Function[..^"Function".Length] + "HttpRoute"));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void API_Gateway_may_invoke_a_function_only_through_its_route(string name)
    {
        var stem = Stem(name);
        var integration = Template.Resources[stem + "HttpIntegration"]!["Properties"]!;
        var permission = Template.Resources[stem + "HttpPermission"]!["Properties"]!;
        var callable = Template.Outputs[stem + "FunctionArn"]!["Value"]!.ToJsonString();

        Assert.Equal($"integrations/${{{stem}HttpIntegration}}", Routes[stem + "HttpRoute"]["Properties"]!["Target"]!.Text("Fn::Sub"));
        Assert.Equal(("AWS_PROXY", "2.0"), (integration.Text("IntegrationType"), integration.Text("PayloadFormatVersion")));
        Assert.Equal(callable, integration["IntegrationUri"]!.ToJsonString());
        Assert.Equal(callable, permission["FunctionName"]!.ToJsonString());
        Assert.Equal(("lambda:InvokeFunction", "apigateway.amazonaws.com"), (permission.Text("Action"), permission.Text("Principal")));
        Assert.EndsWith($":${{AWS::AccountId}}:${{HttpApi}}/*/POST/data-action/{name}", permission["SourceArn"]!.Text("Fn::Sub"), StringComparison.Ordinal);
    }

    [Fact]
    public void Authorizer_and_function_together_answer_before_the_data_action_times_out() =>
        Assert.All(Template.OfType("AWS::ApiGatewayV2::Integration").Values, integration =>
        {
            var milliseconds = Number(integration["Properties"]!, "TimeoutInMillis");

            Assert.True(Number(Template.Globals, "Timeout") * 1000 < milliseconds);
            Assert.True((Number(Template.Functions[Authorizer]["Properties"]!, "Timeout") * 1000) + milliseconds < DataAction.TimeoutSeconds * 1000);
        });

    /// <summary>http-api-throttling.html: the rate is per second.</summary>
    [Fact]
    public void Callers_are_throttled_to_what_Genesys_Cloud_allows_an_organization()
    {
        var limits = Stage["DefaultRouteSettings"]!;

        Assert.Equal(50, Number(limits, "ThrottlingBurstLimit"));
        Assert.Equal(2500, Math.Round(60 * Number(limits, "ThrottlingRateLimit")));
    }

    /// <summary>Headers and bodies cannot be logged. A path is what the caller wrote; an error's text may contain quotation marks.</summary>
    [Fact]
    public void The_access_log_is_one_line_of_JSON_without_anything_from_the_caller()
    {
        var format = Stage["AccessLogSettings"]!.Text("Format")!;
        var fields = JsonNode.Parse(format)!.AsObject();
        var variables = fields.Select(field => Variable().Match(field.Value!.GetValue<string>()).Value).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain('\n', format);
        Assert.Subset(LogVariables, variables);
        Assert.Contains("requestId", variables); // API Gateway demands it.
        Assert.All(["path", "identity.userAgent", "authorizer.error", "error.message", "error.messageString"], variable => Assert.DoesNotContain(variable, variables));
    }

    [Fact]
    public void The_access_log_has_its_own_group_with_the_usual_retention_and_key()
    {
        var group = Template.Resources["HttpApiLogs"]!["Properties"]!;
        var other = Template.Resources["UserLookupLogs"]!["Properties"]!;

        Assert.Equal("""{"Fn::GetAtt":["HttpApiLogs","Arn"]}""", Stage["AccessLogSettings"]!["DestinationArn"]!.ToJsonString());
        Assert.Equal(other["RetentionInDays"]!.ToJsonString(), group["RetentionInDays"]!.ToJsonString());
        Assert.Equal(other["KmsKeyId"]!.ToJsonString(), group["KmsKeyId"]!.ToJsonString());
    }

    /// <summary>http-api-lambda-authorizer.html: without an identity source, nothing is cached; a simple answer counts for all routes.</summary>
    [Fact]
    public void The_authorizer_decides_on_tokens_and_a_decision_is_cached_for_at_most_a_minute()
    {
        var authorizer = Template.Resources["HttpTokenAuthorizer"]!["Properties"]!;

        Assert.Equal(("REQUEST", "2.0", "true"), (authorizer.Text("AuthorizerType"), authorizer.Text("AuthorizerPayloadFormatVersion"), authorizer.Text("EnableSimpleResponses")));
        Assert.Equal("""[{"Fn::Sub":"$request.header.${HttpTokenHeader}"}]""", authorizer["IdentitySource"]!.ToJsonString());
        Assert.InRange(Number(authorizer, "AuthorizerResultTtlInSeconds"), 1, 60);
        Assert.Equal(
            Template.Resources["HttpAuthorizerPermission"]!["Properties"]!["FunctionName"]!.ToJsonString(),
            authorizer["AuthorizerUri"]!["Fn::Sub"]![1]!["Function"]!.ToJsonString());
    }

    [Fact]
    public void The_authorizer_has_the_settings_that_it_reads()
    {
        var variables = Template.Variables(Authorizer);

        Assert.Equal("AuthorizeHttp", Template.Default(variables["ANNOTATIONS_HANDLER"]));
        Assert.Equal("HttpTokenHeader", variables["HTTP_TOKEN_HEADER"].Text("Ref"));
        Assert.Equal("""{"Fn::If":["HttpTokenSecretIsNew",{"Ref":"HttpApiCredentials"},{"Ref":"HttpTokenSecret"}]}""", variables["HTTP_TOKEN_SECRET_ID"].ToJsonString());
    }

    /// <summary>A call that the authorizer refuses because it has no secret is neither a crash nor a time-out.</summary>
    [Fact]
    public void An_authorizer_that_cannot_decide_raises_an_alarm()
    {
        var alarm = new RateAlarm(Template.Resources["HttpAuthorizerOutageAlarm"]!["Properties"]!);

        Assert.All(alarm.Watched, metric => Assert.Equal("http-authorizer", metric["Dimensions"].Items().Single(dimension => dimension.Text("Name") == "Lookup").Text("Value")));
        Assert.NotNull(alarm.RaisedAt([.. Enumerable.Range(0, 10).Select(minute => new Call(TimeSpan.FromMinutes(minute), Failed: true))]));
        Assert.Equal("${AWS::StackName}-http-authorizer", Template.Functions[Authorizer]["Properties"]!["FunctionName"]!.Text("Fn::Sub"));
    }

    [Fact]
    public void Every_function_has_the_setting_for_the_HTTP_status()
    {
        Assert.Equal("HttpStatus", Template.Globals["Environment"]!["Variables"]!["HTTP_STATUS"]!.Text("Ref"));
        Assert.Equal(["200", "answer"], Template.Parameters["HttpStatus"]!["AllowedValues"].Items().Select(value => value.GetValue<string>()));
    }

    [Fact]
    public void The_output_contains_the_address_if_there_is_one()
    {
        var output = Template.Outputs["HttpApiUrl"]!;

        Assert.Equal("HasHttp", output.Text("Condition"));
        Assert.Equal("""{"Fn::GetAtt":["HttpApi","ApiEndpoint"]}""", output["Value"]!.ToJsonString());
    }

    /// <summary>The names of the resources that exist with these parameters.</summary>
    private static IEnumerable<string> Deployed(params (string, string)[] parameters) =>
        from resource in Template.Resources
        where resource.Value!.Text("Condition") is not { } condition || Rules.Holds(condition, parameters)
        select resource.Key;

    private static string Stem(string lookup) => LookupUnderTest.Named(lookup).Contract.Function[..^"Function".Length];

    private static bool IsHttp(string resource) =>
        resource.Contains("Http", StringComparison.Ordinal)
        || Template.Resources[resource]!.Text("Type") is "AWS::Lambda::Permission" or "AWS::Lambda::Url"
        || Template.Resources[resource]!.Text("Type")!.StartsWith("AWS::ApiGateway", StringComparison.Ordinal);

    private static double Number(JsonNode node, string name) => double.Parse(node.Text(name)!, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=^\$context\.)[A-Za-z0-9.]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
