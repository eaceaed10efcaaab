using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>.github/workflows against samconfig.toml and docs/continuous-deployment.md.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Folder = Repository.Path(".github", "workflows");

    private static readonly string Page = File.ReadAllText(Repository.Path("docs", "continuous-deployment.md"));

    /// <summary>What CloudFormation needs to create, change and delete a resource. SAM makes a function's alias and versions, and its gradual deployment.</summary>
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["AWS::ApiGatewayV2::Api"] = ["apigateway:POST", "apigateway:PATCH", "apigateway:DELETE"],
        ["AWS::ApiGatewayV2::Authorizer"] = ["apigateway:POST", "apigateway:PATCH", "apigateway:DELETE"],
        ["AWS::ApiGatewayV2::Integration"] = ["apigateway:POST", "apigateway:PATCH", "apigateway:DELETE"],
        ["AWS::ApiGatewayV2::Route"] = ["apigateway:POST", "apigateway:PATCH", "apigateway:DELETE"],
        // CloudFormation tags it. The rest is for its access log (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html).
        ["AWS::ApiGatewayV2::Stage"] =
        [
            "apigateway:POST", "apigateway:PATCH", "apigateway:DELETE", "apigateway:TagResource",
            "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries",
            "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
        ],
        ["AWS::CloudWatch::Alarm"] = ["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"],
        ["AWS::CloudWatch::Dashboard"] = ["cloudwatch:PutDashboard", "cloudwatch:DeleteDashboards"],
        ["AWS::IAM::Role"] = ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:PutRolePermissionsBoundary", "iam:DeleteRole", "iam:PassRole"],
        ["AWS::Lambda::Permission"] = ["lambda:AddPermission", "lambda:RemovePermission"],
        ["AWS::Logs::LogGroup"] = ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:AssociateKmsKey", "logs:DeleteLogGroup"],
        ["AWS::Logs::MetricFilter"] = ["logs:PutMetricFilter", "logs:DescribeMetricFilters", "logs:DeleteMetricFilter"],
        ["AWS::SecretsManager::Secret"] = ["secretsmanager:CreateSecret", "secretsmanager:UpdateSecret", "secretsmanager:DeleteSecret"],
        ["AWS::Serverless::Function"] =
        [
            "lambda:CreateFunction", "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration", "lambda:PutFunctionConcurrency", "lambda:DeleteFunction",
            "lambda:PublishVersion", "lambda:CreateAlias", "lambda:UpdateAlias", "lambda:PutProvisionedConcurrencyConfig",
            "codedeploy:CreateApplication", "codedeploy:CreateDeploymentGroup", "codedeploy:CreateDeployment",
        ],
    };

    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void An_action_is_pinned_to_a_commit(string workflow)
    {
        var used = File.ReadLines(Path.Combine(Folder, workflow)).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(used);
        Assert.All(used, line => Assert.Matches(PinnedAction(), line));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_job_has_a_time_limit_and_reads_at_most_the_sources(string workflow)
    {
        var content = CloudFormationYaml.Read(Path.Combine(Folder, workflow));
        Assert.Subset(new HashSet<string> { "contents: read" }, Permissions(content));

        Assert.All(content["jobs"]!.AsObject(), job =>
        {
            // A job that runs another workflow has that one's limits.
            Assert.True(job.Value!["timeout-minutes"] is not null || job.Value["uses"] is not null);
            Assert.Subset(new HashSet<string> { "contents: read", "id-token: write" }, Permissions(job.Value));
        });
    }

    [Fact]
    public void Nothing_is_deployed_before_its_commit_has_passed_all_checks()
    {
        var jobs = CloudFormationYaml.Read(Path.Combine(Folder, "deploy.yml"))["jobs"]!;

        Assert.Equal("./.github/workflows/ci.yml", jobs["checks"]!.Text("uses"));
        Assert.Equal("checks", jobs["build"]!.Text("needs"));
        Assert.Equal("build", jobs["environments"]!.Text("needs"));
        Assert.Contains("workflow_call", CloudFormationYaml.Read(Path.Combine(Folder, "ci.yml"))["on"]!.AsObject().Select(trigger => trigger.Key));
    }

    [Fact]
    public void The_build_image_is_named_once_and_fits_the_processor_in_the_template()
    {
        var images = Directory.EnumerateFiles(Folder, "*.yml").SelectMany(File.ReadLines).Where(line => line.Contains("sam/build-", StringComparison.Ordinal));
        var build = CloudFormationYaml.Read(Path.Combine(Folder, "deploy.yml"))["jobs"]!["build"]!;
        var checks = CloudFormationYaml.Read(Path.Combine(Folder, "ci.yml"))["jobs"]!["checks"]!;

        Assert.Contains("latest-$architecture}", Assert.Single(images), StringComparison.Ordinal);
        Assert.Equal(("${{ needs.checks.outputs.runner }}", "${{ needs.checks.outputs.image }}"), (build.Text("runs-on"), build.Text("container")));
        Assert.Equal(("${{ needs.machine.outputs.runner }}", "${{ needs.machine.outputs.image }}"), (checks.Text("runs-on"), checks.Text("container")));
        Assert.Contains("`BUILD_IMAGE`", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_job_that_has_the_OAuth_client_compiles_nothing()
    {
        var steps = CloudFormationYaml.Read(Path.Combine(Folder, "environment.yml"))["jobs"]!["publish"]!["steps"].Items();

        Assert.All(steps.Select(step => step.Text("run")).OfType<string>(), run => Assert.DoesNotMatch(Compiling(), run));
    }

    [Fact]
    public void Only_a_job_that_runs_no_code_of_the_sources_can_get_to_AWS()
    {
        var jobs = CloudFormationYaml.Read(Path.Combine(Folder, "environment.yml"))["jobs"]!.AsObject();
        var job = Assert.Single(jobs, job => Permissions(job.Value!).Contains("id-token: write")).Value!;

        Assert.Equal("${{ inputs.environment }}", job.Text("environment"));
        Assert.Equal("deploy-${{ inputs.environment }}", job["concurrency"]!.Text("group"));
        Assert.DoesNotContain(job["steps"].Items(), step => step.Text("uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Publishes_only_in_environments_with_an_OAuth_client()
    {
        var job = CloudFormationYaml.Read(Path.Combine(Folder, "environment.yml"))["jobs"]!["publish"]!;
        var steps = job["steps"].Items().ToList();

        Assert.Equal(("deploy", "${{ inputs.environment }}"), (job.Text("needs"), job.Text("environment")));
        Assert.All(steps.Skip(1), step => Assert.Equal("steps.client.outputs.exists == 'true'", step.Text("if")));
        Assert.All(steps[^1]["env"]!.AsObject(), variable => Assert.Contains($"`{variable.Key}`", Page, StringComparison.Ordinal));
        Assert.Contains("actions publish --stack-outputs stack.json --yes", steps[^1].Text("run"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_environment_has_its_own_stack()
    {
        var workflow = CloudFormationYaml.Read(Path.Combine(Folder, "deploy.yml"));
        var offered = workflow["on"]!["workflow_dispatch"]!["inputs"]!["environment"]!["options"].Items().Select(option => option.GetValue<string>()).ToList();
        var onTag = QuotedName().Matches(workflow["jobs"]!["environments"]!["strategy"]!["matrix"]!.Text("environment")!.Split("fromJSON")[1]).Select(match => match.Value);
        var configuration = File.ReadAllText(Repository.Path("samconfig.toml"));

        Agreement.Assert("environments", ("by hand", offered), ("for a tag", onTag));
        Assert.All(offered, name => Assert.Contains($"[{name}.deploy.parameters]", configuration, StringComparison.Ordinal));
        Assert.All(offered, name => Assert.Contains($"[{name}.global.parameters]\nstack_name = \"genesys-lambdas-{name}\"", configuration, StringComparison.Ordinal));
        Assert.All(offered, name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_deploying_role_may_do_what_every_resource_of_the_template_needs()
    {
        var allowed = Allowed();

        Assert.All(Template.Resources.Select(resource => resource.Value!.Text("Type")!).Distinct(), type =>
        {
            Assert.True(Needed.ContainsKey(type), $"{type}: allow what it needs in docs/continuous-deployment.md, and name that here.");
            Assert.Subset(allowed, Needed[type].ToHashSet(StringComparer.Ordinal));
        });
    }

    [Fact]
    public void The_deploying_role_may_not_read_secrets_or_do_anything_else_unlisted()
    {
        Assert.DoesNotContain(Allowed(), action => action.Contains('*'));
        Assert.DoesNotContain("secretsmanager:GetSecretValue", Allowed());
        Assert.DoesNotContain("lambda:InvokeFunction", Allowed());
    }

    [Fact]
    public void The_deploying_role_gives_no_role_more_than_the_boundary()
    {
        var boundary = Actions(Documents()[2]);
        var given = Template.Resources.Where(resource => resource.Value!.Text("Type") == "AWS::IAM::Role")
            .SelectMany(resource => resource.Value!["Properties"]!["Policies"].Items())
            .SelectMany(policy => Granting(policy)["PolicyDocument"]!["Statement"].Items().Select(Granting))
            .SelectMany(Actions)
            .ToHashSet(StringComparer.Ordinal);
        var permissions = Documents()[1]["Statement"].Items().Single(statement => statement.Text("Sid") == "RolePermissions");

        Assert.Contains("secretsmanager:GetSecretValue", given);
        Assert.Subset(boundary, given);
        Assert.Equal("arn:aws:iam::<account>:policy/<stack>-boundary", permissions["Condition"]!["StringEquals"]!.Text("iam:PermissionsBoundary"));
    }

    [Fact]
    public void The_deploying_role_uploads_only_into_its_stacks_folder()
    {
        var configuration = File.ReadAllText(Repository.Path("samconfig.toml"));
        var uploads = Documents()[1]["Statement"].Items().Where(statement => Actions(statement).Contains("s3:PutObject"));

        Assert.EndsWith("/<stack>/*", Assert.Single(uploads).Text("Resource"), StringComparison.Ordinal);
        Assert.Equal(StackName().Matches(configuration).Select(match => match.Value), UploadFolder().Matches(configuration).Select(match => match.Value));
    }

    [Fact]
    public void Only_the_workflow_that_deploys_can_assume_the_role()
    {
        var allowed = Documents()[0]["Statement"].Items().Single()["Condition"]!["StringLike"]!["token.actions.githubusercontent.com:job_workflow_ref"].Items();

        Assert.All(allowed, workflow => Assert.StartsWith("<owner>/<repository>/.github/workflows/environment.yml@refs/", workflow.GetValue<string>(), StringComparison.Ordinal));
    }

    // The other branch of a condition is always AWS::NoValue.
    private static JsonNode Granting(JsonNode item) => item["Fn::If"].Items().Skip(1).FirstOrDefault(branch => branch["Ref"] is null) ?? item;

    private static HashSet<string> Actions(JsonNode policy) => (policy["Statement"]?.Items() ?? [policy])
        .SelectMany(statement => statement["Action"] is JsonArray actions ? actions.Select(action => action!.GetValue<string>()) : [statement.Text("Action")!])
        .ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Allowed() => Documents()[1]["Statement"].Items().SelectMany(statement => statement["Action"].Items())
        .Select(action => action.GetValue<string>()).ToHashSet(StringComparer.Ordinal);

    private static List<JsonNode> Documents() => [.. JsonBlock().Matches(Page).Select(match => JsonNode.Parse(match.Groups["json"].Value)!)];

    private static HashSet<string> Permissions(JsonNode node) =>
        (node["permissions"] as JsonObject ?? []).Select(permission => $"{permission.Key}: {permission.Value}").ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^ *(- )?uses: (\./\.github/workflows/[a-z]+\.yml$|[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+(\.\d+)*$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PinnedAction();

    [GeneratedRegex(@"\bdotnet (run|build|publish|test|restore|msbuild)\b|\bmake\b|\bsam build\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compiling();

    [GeneratedRegex("(?<=\")[a-z]+(?=\")", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotedName();

    [GeneratedRegex("(?<=^stack_name = \")[^\"]+", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StackName();

    [GeneratedRegex("(?<=^s3_prefix = \")[^\"]+", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UploadFolder();

    [GeneratedRegex("```json\n(?<json>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonBlock();
}
