using System.Text.Json.Nodes;
using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Tests.Actions;

namespace GenesysLambdas.Publishing.Tests.Terraform;

/// <summary><c>terraform validate</c> needs Genesys Cloud's provider, which is downloaded; so it is not here, but ProviderSchemaTests are.</summary>
public sealed class TerraformTests : IDisposable
{
    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task There_is_an_action_for_each_lookup_whose_function_has_an_ARN()
    {
        await _folder.CommitAsync();

        var main = _folder.Read("terraform/main.tf");
        Assert.Contains("module \"current_weather\" {\n", main, StringComparison.Ordinal);
        Assert.Contains("  file           = \"${path.module}/../actions/current-weather.json\"\n  url            = var.current_weather_function_arn\n", main, StringComparison.Ordinal);
        Assert.Contains("module \"list_invocations\" {\n", main, StringComparison.Ordinal);
        var module = _folder.TerraformModule();
        Assert.Contains("resource \"genesyscloud_integration_action\" \"this\" {\n  count = var.url == \"\" ? 0 : 1\n", module, StringComparison.Ordinal);
        Assert.Contains($"  config_timeout_seconds = {DataAction.TimeoutSeconds}\n", module, StringComparison.Ordinal);
        var variables = _folder.Read("terraform/variables.tf");
        Assert.All(["role_arn", "integration_name", "current_weather_function_arn", "list_invocations_function_arn"], name => Assert.Contains($"variable \"{name}\" {{", variables, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_variable_that_is_used_is_declared_and_every_one_declared_is_used()
    {
        await _folder.CommitAsync();

        var used = Names(_folder.Read("terraform/main.tf"), "var.");
        var declared = Names(_folder.Read("terraform/variables.tf"), "variable \"");

        Assert.Equal(declared.Order(StringComparer.Ordinal), used.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_version_is_a_resource_with_its_own_name_and_contract()
    {
        await _folder.CommitTwoVersionsAsync();

        var weather = _folder.Read("terraform/main.tf").Split("module \"").Where(block => block.Contains("current_weather_function_arn", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, weather.Count);
        Assert.StartsWith("current_weather\" {", weather[0], StringComparison.Ordinal);
        Assert.Contains("/../actions/current-weather.json\"\n", weather[0], StringComparison.Ordinal);
        Assert.StartsWith("current_weather_v2\" {", weather[1], StringComparison.Ordinal);
        Assert.Contains("/../actions/current-weather.v2.json\"\n", weather[1], StringComparison.Ordinal);
        Assert.Single(Names(_folder.Read("terraform/variables.tf"), "variable \""), "current_weather_function_arn");
    }

    [Fact]
    public async Task A_retired_version_is_forgotten_and_not_destroyed()
    {
        await _folder.CommitRetiredVersionAsync();

        var main = _folder.Read("terraform/main.tf");
        Assert.Contains(
            "moved {\n  from = genesyscloud_integration_action.current_weather\n  to   = module.current_weather.genesyscloud_integration_action.this\n}\n\nremoved {\n  from = module.current_weather\n",
            main,
            StringComparison.Ordinal);
        Assert.Contains("    destroy = false\n", main, StringComparison.Ordinal);
        Assert.DoesNotContain("module \"current_weather\"", main, StringComparison.Ordinal);
        Assert.Contains("module \"current_weather_v2\" {", main, StringComparison.Ordinal);
    }

    /// <summary>
    /// Genesys's provider, containsFunctionDataAction in resource_genesyscloud_integration_action.go: with such a category, in any
    /// case and with hyphens or underscores for the spaces, it demands function_config, a zip file.
    /// </summary>
    [Theory]
    [InlineData("GenesysLambdas", true)]
    [InlineData("Our Function Data Actions", false)]
    [InlineData("our-function_data-actions", false)]
    public async Task A_category_that_the_provider_would_misread_is_refused(string name, bool isTaken)
    {
        await _folder.CommitAsync();
        var variables = _folder.Read("terraform/variables.tf");
        Assert.Contains("condition     = !strcontains(replace(lower(var.integration_name), \"/[-_]/\", \" \"), \"function data action\")\n", variables, StringComparison.Ordinal);
        Assert.SkipWhen(TerraformProgram.WhyMissing is not null, TerraformProgram.WhyMissing ?? "");
        _folder.Write("main.tf", variables);

        var (exitCode, _) = await TerraformProgram.RunAsync(_folder.At("."), "plan", "-no-color", "-input=false", "-var", "role_arn=r", "-var", $"integration_name={name}");

        Assert.Equal(isTaken, exitCode == 0);
    }

    [Fact]
    public async Task The_stack_gives_the_variables_their_values()
    {
        var stack = _folder.Write("stack.json", """
            {"Stacks":[{"Outputs":[
              {"OutputKey":"GenesysCloudRoleArn","OutputValue":"arn:aws:iam::123456789012:role/r"},
              {"OutputKey":"CurrentWeatherFunctionArn","OutputValue":"arn:aws:lambda:us-east-1:123456789012:function:f"}]}]}
            """);

        Assert.Equal(0, await _folder.TerraformAsync("--stack-outputs", stack));

        var values = JsonNode.Parse(_folder.Read("terraform/terraform.tfvars.json"))!;
        Assert.Equal("""{"role_arn":"arn:aws:iam::123456789012:role/r","current_weather_function_arn":"arn:aws:lambda:us-east-1:123456789012:function:f"}""", values.ToJsonString());
    }

    [Fact]
    public async Task A_stack_without_a_role_for_Genesys_Cloud_has_no_values_for_the_integration()
    {
        var stack = _folder.Write("stack.json", """{"Stacks":[{"Outputs":[{"OutputKey":"CurrentWeatherFunctionArn","OutputValue":"arn:aws:lambda:us-east-1:123456789012:function:f"}]}]}""");

        Assert.Equal(1, await _folder.TerraformAsync("--stack-outputs", stack));

        Assert.Contains("GenesysOrganizationId", _folder.Error, StringComparison.Ordinal);
        Assert.Contains("--web-services", _folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_are_formatted_as_Terraform_would()
    {
        Assert.SkipWhen(TerraformProgram.WhyMissing is not null, TerraformProgram.WhyMissing ?? "");
        await _folder.CommitRetiredVersionAsync();

        var (exitCode, output) = await TerraformProgram.RunAsync(_folder.Terraform, "fmt", "-check", "-diff", "-recursive", "-no-color");

        Assert.Equal((0, ""), (exitCode, output));
    }

    [Fact]
    public async Task Over_HTTP_a_retired_version_is_forgotten_as_well()
    {
        await _folder.CommitRetiredVersionAsync();

        Assert.Equal(0, await _folder.TerraformAsync("--web-services"));

        Assert.Contains("removed {\n  from = module.current_weather\n", _folder.Read("terraform/main.tf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_beside_the_actions_gets_copies_of_their_files()
    {
        await _folder.CommitAsync();
        await _folder.ExportAsync("--function-arn", "current-weather=arn:aws:lambda:us-east-1:123456789012:function:f");

        Assert.Equal(0, await _folder.TerraformToAsync(_folder.At("of/another/team")));

        Assert.Contains("  file           = \"${path.module}/actions/current-weather.json\"\n", _folder.Read("of/another/team/main.tf"), StringComparison.Ordinal);
        Assert.Equal(_folder.Read("actions/current-weather.json"), _folder.Read("of/another/team/actions/current-weather.json"));
        Assert.Equal(_folder.TerraformModule(), _folder.Read("of/another/team/action/main.tf"));
    }

    [Fact]
    public async Task It_says_which_of_the_files_that_Terraform_reads_are_out_of_date()
    {
        await _folder.CommitAsync();
        Assert.Equal("", _folder.Error);
        _folder.Contracts = TestContracts.WithWind;

        Assert.Equal(0, await _folder.TerraformAsync());

        Assert.Contains("current-weather.json is out of date:\n  harmless: output wind is new\n", _folder.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(string text, string before) =>
        text.Split(before).Skip(1).Select(rest => new string([.. rest.TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character == '_')]));
}
