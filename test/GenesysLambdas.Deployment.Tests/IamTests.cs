using System.Text.Json.Nodes;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>The IAM documents of template.yaml: who may do what, and no more.</summary>
public sealed class IamTests
{
    public static TheoryData<string> Functions => [.. Template.Functions.Keys];

    private static JsonObject GenesysCloudRole => Template.Roles["GenesysCloudRole"];

    [Fact]
    public void No_statement_allows_every_action_or_every_resource()
    {
        foreach (var statement in Template.Roles.Values.SelectMany(Statements))
        {
            Assert.NotEmpty(statement["Action"].Items());
            Assert.All(statement["Action"].Items(), action => Assert.DoesNotContain('*', action.GetValue<string>()));
            Assert.DoesNotContain("NotAction", statement);
            Assert.DoesNotContain("NotResource", statement);
            Assert.All((statement["Resource"] ?? new JsonArray()).Tree().OfType<JsonValue>().Select(value => value.GetValue<string>()), AssertNotEverything);
        }
    }

    [Fact]
    public void No_ARN_names_a_partition_of_AWS() =>
        Assert.DoesNotContain("arn:aws", Template.Resources.ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void Genesys_Cloud_alone_assumes_its_role_and_only_for_the_organizations()
    {
        var trust = Assert.Single(GenesysCloudRole["Properties"]!["AssumeRolePolicyDocument"]!["Statement"].Items());

        Assert.Equal("sts:AssumeRole", trust.Text("Action"));
        Assert.Equal("""{"AWS":{"Fn::Sub":"arn:${AWS::Partition}:iam::${GenesysAwsAccountId}:root"}}""", trust["Principal"]!.ToJsonString());
        Assert.Equal("""{"StringEquals":{"sts:ExternalId":{"Ref":"GenesysOrganizationId"}}}""", trust["Condition"]!.ToJsonString());
        Assert.Equal("CommaDelimitedList", Template.Parameters["GenesysOrganizationId"]!.Text("Type"));
    }

    [Fact]
    public void Without_an_organization_there_is_no_role_for_Genesys_Cloud_and_no_output()
    {
        var condition = GenesysCloudRole.Text("Condition")!;

        Assert.Equal(condition, Template.Outputs["GenesysCloudRoleArn"]!.Text("Condition"));
        Assert.All(["", ","], organizations => Assert.False(Rules.Holds(condition, ("GenesysOrganizationId", organizations))));
        Assert.True(Rules.Holds(condition, ("GenesysOrganizationId", "12345678-90ab-cdef-1234-567890abcdef")));
        Assert.All(Template.Resources.Where(resource => resource.Key != "GenesysCloudRole"), resource =>
            Assert.DoesNotContain("GenesysCloudRole", resource.Value!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Genesys_Cloud_invokes_the_deployed_lookups_and_with_releases_their_alias()
    {
        var allowed = Assert.Single(GenesysCloudRole["Properties"]!["Policies"].Items());
        var statement = Assert.Single(allowed["PolicyDocument"]!["Statement"].Items());
        var expected = LookupUnderTest.All.Select(lookup => lookup.Contract.Function).SelectMany(function => new[]
        {
            $$$"""{"Fn::If":["{{{Template.Functions[function].Text("Condition")}}}",{"Fn::GetAtt":["{{{function}}}","Arn"]},{"Ref":"AWS::NoValue"}]}""",
            $$$"""{"Fn::If":["{{{Template.Functions[function].Text("Condition")}}}",{"Fn::If":["HasRelease",{"Fn::Sub":"${{{{function}}}.Arn}:live"},{"Ref":"AWS::NoValue"}]},{"Ref":"AWS::NoValue"}]}""",
        });

        Assert.Equal("lambda:InvokeFunction", statement.Text("Action"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), statement["Resource"].Items().Select(resource => resource.ToJsonString()).Order(StringComparer.Ordinal));
        Assert.Null(GenesysCloudRole["Properties"]!["ManagedPolicyArns"]);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_writes_its_own_logs_reads_its_own_secret_and_does_nothing_else(string function)
    {
        var stem = function[..^"Function".Length];
        var statements = Statements(Template.Roles[stem + "Role"]).ToLookup(statement => statement["Action"].Items().First().GetValue<string>(), StringComparer.Ordinal);

        Assert.Equal(["kms:Decrypt", "logs:CreateLogStream", "secretsmanager:GetSecretValue", "sts:AssumeRole"], statements.Select(same => same.Key).Order(StringComparer.Ordinal));
        Assert.Equal($$"""{"Fn::GetAtt":["{{stem}}Logs","Arn"]}""", Assert.Single(statements["logs:CreateLogStream"])["Resource"]!.ToJsonString());
        Assert.Equal("""{"Service":"lambda.amazonaws.com"}""", Assert.Single(statements["sts:AssumeRole"])["Principal"]!.ToJsonString());
        Assert.Equal(SecretOf(function), Assert.Single(statements["secretsmanager:GetSecretValue"])["Resource"]!.ToJsonString());
        Assert.Equal("""{"Ref":"SecretsKeyArn"}""", Assert.Single(statements["kms:Decrypt"])["Resource"]!.ToJsonString());
    }

    [Fact]
    public void A_key_may_be_used_only_if_it_is_given()
    {
        var choices = Template.Resources.Tree().Where(node => node is JsonObject && node["Fn::If"] is { } choice && choice[1]!.ToJsonString().Contains("\"Action\":\"kms:Decrypt\"", StringComparison.Ordinal))
            .Select(node => node["Fn::If"]![0]!.GetValue<string>())
            .Where(condition => condition == "HasSecretsKey");

        Assert.Equal(Template.Functions.Count, choices.Count());
    }

    /// <summary>The policy is AWS's own, which is limited to moving aliases and reading alarms.</summary>
    [Fact]
    public void Only_CodeDeploy_assumes_its_role_and_only_if_used()
    {
        var role = Template.Roles["GradualDeploymentRole"];

        Assert.Equal("DeploysGradually", role.Text("Condition"));
        Assert.Equal("""{"Service":"codedeploy.amazonaws.com"}""", Assert.Single(Statements(role))["Principal"]!.ToJsonString());
        Assert.Equal(
            """[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited"}]""",
            role["Properties"]!["ManagedPolicyArns"]!.ToJsonString());
        Assert.Equal("""{"Fn::GetAtt":["GradualDeploymentRole","Arn"]}""", Template.Globals["DeploymentPreference"]!["Role"]!.ToJsonString());
    }

    [Fact]
    public void Every_role_is_within_the_permissions_boundary() =>
        Assert.All(Template.Roles.Values, role => Assert.Equal(
            """{"Fn::If":["HasPermissionsBoundary",{"Ref":"PermissionsBoundaryArn"},{"Ref":"AWS::NoValue"}]}""",
            role["Properties"]!["PermissionsBoundary"]?.ToJsonString()));

    private static IEnumerable<JsonObject> Statements(JsonObject role) =>
        role.Tree().OfType<JsonObject>().Where(node => node.ContainsKey("Effect"));

    /// <summary>What the function's variable names as its secret, where it has one.</summary>
    private static string SecretOf(string function)
    {
        var secret = Template.Variables(function).Single(variable => variable.Key.EndsWith("_SECRET_ID", StringComparison.Ordinal)).Value;
        return secret["Fn::If"] is JsonArray { Count: 3 } choice && choice[0]!.GetValue<string>().EndsWith("HasNoSecret", StringComparison.Ordinal)
            ? choice[2]!.ToJsonString()
            : secret.ToJsonString();
    }

    private static void AssertNotEverything(string resource) => Assert.DoesNotContain('*', resource);
}
