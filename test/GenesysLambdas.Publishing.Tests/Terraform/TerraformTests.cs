using System.Text.Json.Nodes;
using GenesysLambdas.Publishing.Terraform;
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
        Assert.Contains("resource \"genesyscloud_integration_action\" \"current_weather\" {\n  count = var.current_weather_function_arn == \"\" ? 0 : 1\n", main, StringComparison.Ordinal);
        Assert.Contains("resource \"genesyscloud_integration_action\" \"list_invocations\" {", main, StringComparison.Ordinal);
        Assert.Contains("  config_timeout_seconds = 15\n", main, StringComparison.Ordinal);
        Assert.Contains("    request_template     = \"{\\\"inputs\\\": $${input.rawRequest}}\"\n", main, StringComparison.Ordinal);
        Assert.Contains("    success_template         = \"$${result}\"\n", main, StringComparison.Ordinal);
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

        var weather = _folder.Read("terraform/main.tf").Split("resource ").Where(block => block.Contains("current_weather_function_arn", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, weather.Count);
        Assert.StartsWith("\"genesyscloud_integration_action\" \"current_weather\" {", weather[0], StringComparison.Ordinal);
        Assert.Contains("  name                   = \"Current Weather\"\n", weather[0], StringComparison.Ordinal);
        Assert.DoesNotContain("\"wind\"", weather[0], StringComparison.Ordinal);
        Assert.StartsWith("\"genesyscloud_integration_action\" \"current_weather_v2\" {", weather[1], StringComparison.Ordinal);
        Assert.Contains("  name                   = \"Current Weather v2\"\n", weather[1], StringComparison.Ordinal);
        Assert.Contains("\"wind\"", weather[1], StringComparison.Ordinal);
        Assert.Single(Names(_folder.Read("terraform/variables.tf"), "variable \""), "current_weather_function_arn");
    }

    [Fact]
    public async Task A_retired_version_is_forgotten_and_not_destroyed()
    {
        await _folder.CommitRetiredVersionAsync();

        var main = _folder.Read("terraform/main.tf");
        Assert.Contains("removed {\n  from = genesyscloud_integration_action.current_weather\n", main, StringComparison.Ordinal);
        Assert.Contains("    destroy = false\n", main, StringComparison.Ordinal);
        Assert.DoesNotContain("resource \"genesyscloud_integration_action\" \"current_weather\"", main, StringComparison.Ordinal);
        Assert.Contains("resource \"genesyscloud_integration_action\" \"current_weather_v2\" {", main, StringComparison.Ordinal);
    }

    /// <summary>
    /// Genesys's provider, containsFunctionDataAction in resource_genesyscloud_integration_action.go: with such a category, in any
    /// case and with hyphens or underscores for the spaces, it demands function_config, a zip file.
    /// </summary>
    [Theory]
    [InlineData("GenesysLambdas", true)]
    [InlineData("Our Function Data Actions", false)]
    [InlineData("our-function_data-actions", false)]
    public async Task A_category_that_the_provider_takes_for_that_of_its_own_functions_is_refused(string name, bool isTaken)
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
    public async Task The_files_are_formatted_as_Terraform_leaves_them()
    {
        Assert.SkipWhen(TerraformProgram.WhyMissing is not null, TerraformProgram.WhyMissing ?? "");
        await _folder.CommitRetiredVersionAsync();

        var (exitCode, output) = await TerraformProgram.RunAsync(_folder.Terraform, "fmt", "-check", "-diff", "-no-color");

        Assert.Equal((0, ""), (exitCode, output));
    }

    [Fact]
    public async Task Terraform_reads_values_as_they_were_meant()
    {
        Assert.SkipWhen(TerraformProgram.WhyMissing is not null, TerraformProgram.WhyMissing ?? "");
        var value = new JsonObject
        {
            ["template"] = "{\"inputs\": ${input.rawRequest}} %{if} $${x} $ % \\ \t\r\n\u0001 é",
            ["for"] = new JsonObject { ["with-hyphen"] = true, ["null"] = null, ["empty"] = new JsonObject() },
            ["numbers"] = new JsonArray(1, 2.5, -3),
        };
        _folder.Write("main.tf", $"output \"value\" {{\n  value = {Hcl.JsonEncode(value, "  ")}\n}}\n");

        Assert.True(JsonNode.DeepEquals(value, await EvaluateAsync("value")));
    }

    [Fact]
    public async Task Terraform_reads_the_contracts_that_the_actions_have()
    {
        Assert.SkipWhen(TerraformProgram.WhyMissing is not null, TerraformProgram.WhyMissing ?? "");
        await _folder.CommitAsync();
        var main = _folder.Read("terraform/main.tf").Split("\"list_invocations\"")[1];
        _folder.Write("main.tf", $"output \"input\" {{\n{Attribute("contract_input")}}}\noutput \"output\" {{\n{Attribute("contract_output")}}}\n");

        var contract = _folder.Action("list-invocations")["contract"]!;
        Assert.True(JsonNode.DeepEquals(contract["input"]!["inputSchema"], await EvaluateAsync("input")));
        Assert.True(JsonNode.DeepEquals(contract["output"]!["successSchema"], await EvaluateAsync("output")));

        string Attribute(string name) => $"  value{main.Split($"  {name}")[1].Split("\n  })\n")[0]}\n  }})\n";
    }

    /// <summary>The JSON of an output of <c>main.tf</c>, as Terraform evaluates it.</summary>
    private async Task<JsonNode?> EvaluateAsync(string output)
    {
        var (exitCode, log) = await TerraformProgram.RunAsync(_folder.At("."), "apply", "-auto-approve", "-no-color");
        Assert.True(exitCode == 0, log);
        return JsonNode.Parse((await TerraformProgram.RunAsync(_folder.At("."), "output", "-raw", output)).Output);
    }

    private static IEnumerable<string> Names(string text, string before) =>
        text.Split(before).Skip(1).Select(rest => new string([.. rest.TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character == '_')]));
}
