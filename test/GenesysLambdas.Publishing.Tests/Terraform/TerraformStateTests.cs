using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenesysLambdas.Publishing.Tests.Actions;

namespace GenesysLambdas.Publishing.Tests.Terraform;

/// <summary>
/// What Terraform makes of the files. Genesys Cloud's provider would have to be downloaded, so its resources are replaced by
/// <c>terraform_data</c>, which is built in and keeps what it is given.
/// </summary>
public sealed partial class TerraformStateTests : IDisposable
{
    private const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:f";
    private const string WithFunction = $$"""{"role_arn":"r","current_weather_function_arn":"{{Arn}}"}""";
    private const string Before = "terraform_data.current_weather";
    private const string Now = "module.current_weather.terraform_data.this";
    private const string Next = "module.current_weather_v2.terraform_data.this";

    /// <summary>The provider's resources, and what the names of those begin with that replace them.</summary>
    private static readonly (string Type, string Name)[] Names =
    [
        ("genesyscloud_integration_action", ""),
        ("genesyscloud_integration_credential", "credential_"),
        ("genesyscloud_integration", "integration_"),
    ];

    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_action_has_what_its_file_says()
    {
        await _folder.CommitAsync();
        await ApplyAsync("3 added, 0 changed, 0 destroyed");

        var action = _folder.Action("current-weather");
        var resource = await InputAsync(Now);
        Assert.Equal(("Current Weather", "GenesysLambdas"), ((string?)resource["name"], (string?)resource["category"]));
        Assert.Equal((false, 15), ((bool)resource["secure"]!, (int)resource["config_timeout_seconds"]!));
        AssertSame(action["contract"]!["input"]!["inputSchema"], JsonNode.Parse((string)resource["contract_input"]!));
        AssertSame(action["contract"]!["output"]!["successSchema"], JsonNode.Parse((string)resource["contract_output"]!));
        Assert.Equal(Arn, (string?)resource["config_request"]!["request_url_template"]);
        Assert.Equal("POST", (string?)resource["config_request"]!["request_type"]);
        Assert.Equal("""{"inputs": ${input.rawRequest}}""", (string?)resource["config_request"]!["request_template"]);
        Assert.Null(resource["config_request"]!["headers"]);
        AssertSame(action["config"]!["response"]!["translationMap"], resource["config_response"]!["translation_map"]);
        Assert.Equal("${result}", (string?)resource["config_response"]!["success_template"]);
    }

    [Fact]
    public async Task Web_services_get_their_address_and_headers()
    {
        Assert.Equal(0, await _folder.TerraformAsync("--web-services"));

        await ApplyAsync("3 added, 0 changed, 0 destroyed", """{"http_api_url":"https://a.example/","http_token":"t","lookups":["current-weather"]}""");

        var request = (await InputAsync(Now))["config_request"]!;
        Assert.Equal("https://a.example/data-action/current-weather", (string?)request["request_url_template"]);
        Assert.Equal("""{"Authorization":"Bearer ${credentials.token}","Content-Type":"application/json"}""", request["headers"]!.ToJsonString());
    }

    [Fact]
    public async Task An_action_without_a_function_is_not_there()
    {
        await _folder.CommitAsync();

        await ApplyAsync("2 added, 0 changed, 0 destroyed", """{"role_arn":"r"}""");
    }

    [Fact]
    public async Task An_action_of_an_old_state_stays_the_same_action()
    {
        await _folder.CommitAsync();
        await ApplyAsync("3 added, 0 changed, 0 destroyed");
        await MoveAsync(Now, Before);

        await ApplyAsync("0 added, 0 changed, 0 destroyed");

        Assert.Contains($"{Now}[0]\n", await RunAsync("state", "list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_retired_action_is_forgotten_and_not_destroyed(bool isOldState)
    {
        await _folder.CommitTwoVersionsAsync();
        await ApplyAsync("4 added, 0 changed, 0 destroyed");
        if (isOldState)
        {
            await MoveAsync(Now, Before);
            await MoveAsync(Next, "terraform_data.current_weather_v2");
        }

        Assert.Equal(0, await _folder.RetireAsync("current-weather", 1, yes: true));
        Assert.Equal(0, await _folder.TerraformAsync());
        await ApplyAsync("0 added, 0 changed, 0 destroyed");

        var state = await RunAsync("state", "list");
        Assert.DoesNotContain("current_weather[", state, StringComparison.Ordinal);
        Assert.DoesNotContain("current_weather.", state, StringComparison.Ordinal);
        Assert.Contains($"{Next}[0]\n", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_contract_leaves_the_action_alone()
    {
        await _folder.CommitAsync();
        await ApplyAsync("3 added, 0 changed, 0 destroyed");
        _folder.Contracts = TestContracts.WithWind;
        Assert.Equal(0, await _folder.ExportAsync());

        await ApplyAsync("0 added, 0 changed, 0 destroyed");

        Assert.DoesNotContain("wind", (string)(await InputAsync(Now))["contract_output"]!, StringComparison.Ordinal);
    }

    private async Task ApplyAsync(string expected, string values = WithFunction)
    {
        Assert.SkipWhen(TerraformProgram.WhyMissing is not null, TerraformProgram.WhyMissing ?? "");
        foreach (var file in new[] { "terraform/main.tf", "terraform/versions.tf", "terraform/action/main.tf" })
        {
            _folder.Write(file, WithBuiltInResources(_folder.Read(file)));
        }

        _folder.Write("terraform/terraform.tfvars.json", values);
        await RunAsync("init", "-input=false");
        Assert.Contains($"Apply complete! Resources: {expected}.", await RunAsync("apply", "-auto-approve", "-input=false", "-no-color"), StringComparison.Ordinal);
    }

    private static string WithBuiltInResources(string file)
    {
        if (file.Contains("terraform_data", StringComparison.Ordinal))
        {
            return file;
        }

        var text = Resource().Replace(
            RequiredProviders().Replace(file, ""),
            block => $"{block.Groups["start"]}  input = {{\n{NestedBlock().Replace(block.Groups["body"].Value, "$0= ")}  }}\n"
                + $"{block.Groups["lifecycle"]}}}\n");
        text = text.Replace("[contract_input, contract_output]", "[input.contract_input, input.contract_output]", StringComparison.Ordinal);
        return Names.Aggregate(text, (changed, names) => changed
            .Replace($"\"{names.Type}\" \"", $"\"terraform_data\" \"{names.Name}", StringComparison.Ordinal)
            .Replace($"{names.Type}.", $"terraform_data.{names.Name}", StringComparison.Ordinal));
    }

    private Task<string> MoveAsync(string from, string to) => RunAsync("state", "mv", from, to);

    private async Task<JsonNode> InputAsync(string address)
    {
        var state = JsonNode.Parse(await RunAsync("show", "-json"))!["values"]!["root_module"]!;
        var module = state["child_modules"]!.AsArray().Single(module => address.StartsWith((string)module!["address"]! + '.', StringComparison.Ordinal))!;
        return module["resources"]![0]!["values"]!["input"]!;
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var (exitCode, output) = await TerraformProgram.RunAsync(_folder.Terraform, arguments);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(expected, actual), $"{actual} is not {expected}");

    [GeneratedRegex(@"  required_providers \{\n.*?\n  \}\n", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RequiredProviders();

    [GeneratedRegex(
        @"(?<start>^resource [^\n]*\n(  count [^\n]*\n\n)?)(?<body>.*?\n)(?<lifecycle>  lifecycle \{\n.*?\n  \}\n)?\}\n",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Resource();

    [GeneratedRegex(@"^  config\w* (?=\{$)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NestedBlock();
}
