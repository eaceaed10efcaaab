using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Scaffolding.NewLookups;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>template.yaml against the lookups in the code: each test fails with the name of what was forgotten.</summary>
public sealed partial class TemplateTests
{
    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    private static IReadOnlyList<LookupContract> Contracts => LookupRegistry.Contracts;

    [Fact]
    public void The_Makefile_builds_the_functions() =>
        Assert.All(Template.Functions, function => Assert.Equal("makefile", function.Value["Metadata"]!.Text("BuildMethod")));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void A_function_runs_its_lookup(string name)
    {
        var contract = LookupUnderTest.Named(name).Contract;
        var properties = Template.Functions[contract.Function]["Properties"]!;

        Assert.Equal(contract.Method, Template.Default(Template.Variables(contract.Function)["ANNOTATIONS_HANDLER"]));
        Assert.Equal(contract.Description, properties.Text("Description"));
        Assert.Equal($"${{AWS::StackName}}-{contract.Name}", properties["FunctionName"]!.Text("Fn::Sub"));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public void A_function_has_a_role_a_log_group_alarms_and_an_output_on_its_own_condition(string name)
    {
        var contract = LookupUnderTest.Named(name).Contract;
        var stem = contract.Function[..^"Function".Length];
        var function = Template.Functions[contract.Function];
        var condition = function.Text("Condition");
        string[] others = ["Role", "Logs", "ErrorsAlarm", "FailuresAlarm", "OutageAlarm", "ThrottlesAlarm", "DurationAlarm"];

        Assert.NotNull(condition);
        Assert.All(others, other => Assert.Equal(condition, Template.Resources[stem + other]?.Text("Condition")));
        Assert.Equal(condition, Template.Outputs[contract.Function + "Arn"]?.Text("Condition"));
        Assert.True(IsAttribute(function["Properties"]!["Role"], stem + "Role"));
        Assert.Equal(stem + "Logs", function["Properties"]!["LoggingConfig"]!["LogGroup"]!.Text("Ref"));
        Assert.Equal($"/aws/lambda/${{AWS::StackName}}-{name}", Template.Resources[stem + "Logs"]!["Properties"]!["LogGroupName"]!.Text("Fn::Sub"));
        Assert.Equal("""{"Fn::If":["HasLogsKey",{"Ref":"LogsKeyArn"},{"Ref":"AWS::NoValue"}]}""", Template.Resources[stem + "Logs"]!["Properties"]!["KmsKeyId"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public void Alarms_and_dashboard_watch_the_metrics_that_Lambda_writes_of_the_function(string name)
    {
        var contract = LookupUnderTest.Named(name).Contract;
        var stem = contract.Function[..^"Function".Length];
        Assert.All(["ErrorsAlarm", "ThrottlesAlarm", "DurationAlarm"], alarm => Assert.Equal(("FunctionName", contract.Function), Dimension(alarm)));
        Assert.Contains($"${{AWS::StackName}}-{name}", Template.Dashboard, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(Template.Dashboard));

        (string?, string?) Dimension(string alarm)
        {
            var dimension = Assert.Single(Template.Resources[stem + alarm]!["Properties"]!["Dimensions"].Items());
            return (dimension.Text("Name"), dimension["Value"] is JsonObject value ? value.Text("Ref") : dimension.Text("Value"));
        }
    }

    /// <summary>Lambda's limit is 64 characters (docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html).</summary>
    [Fact]
    public void The_documented_limit_of_a_stacks_name_leaves_room_for_every_functions_name()
    {
        var longest = 64 - "-".Length - LookupName.MaxLength;

        Assert.All(Contracts, contract => Assert.InRange(contract.Name.Length, 1, LookupName.MaxLength));
        Assert.Contains($"so keep the stack's name to {longest} characters or fewer.", File.ReadAllText(Repository.Path("docs", "deployment.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Samconfig_names_only_parameters_that_exist()
    {
        var named = Override().Matches(File.ReadAllText(Repository.Path("samconfig.toml"))).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(Template.Parameters.Select(parameter => parameter.Key)));
    }

    [Fact]
    public void Every_environment_of_samconfig_compiles_in_the_source_folder_in_a_container_too()
    {
        var configuration = File.ReadAllText(Repository.Path("samconfig.toml"));
        var environments = Environment().Matches(configuration).Select(match => match.Value).ToList();

        Assert.Contains("default", environments);
        Assert.All(environments, name =>
        {
            var build = configuration.Split($"[{name}.build.parameters]\n")[1].Split("\n[")[0];
            Assert.Contains("build_in_source = true", build, StringComparison.Ordinal);
            Assert.Contains("mount_with = \"WRITE\"", build, StringComparison.Ordinal);
        });
    }

    /// <summary>In the form that `sam deploy --tags` takes (docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-deploy.html).</summary>
    [Fact]
    public void Every_environment_of_samconfig_tags_its_stack_for_the_bill()
    {
        var configuration = File.ReadAllText(Repository.Path("samconfig.toml"));

        Assert.All(Environment().Matches(configuration).Select(match => match.Value), name =>
            Assert.Matches("""(^|\n)tags = "[\w:./+@-]+=[\w:./+@-]+( [\w:./+@-]+=[\w:./+@-]+)*"\n""", configuration.Split($"[{name}.deploy.parameters]\n")[1].Split("\n[")[0]));
    }

    private static bool IsAttribute(JsonNode? node, string resource) =>
        node?["Fn::GetAtt"].Items().Select(part => part.GetValue<string>()).SequenceEqual([resource, "Arn"], StringComparer.Ordinal) ?? false;

    [GeneratedRegex(@"(?<=^\[)\w+(?=\.global\.parameters\]$)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Environment();

    [GeneratedRegex("\"(?<name>[A-Z][A-Za-z]+)=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Override();
}
