using System.Text.Json.Nodes;
using GenesysLambdas.Publishing.Tests.Terraform;

namespace GenesysLambdas.Publishing.Tests.Actions;

/// <summary>The actions as web services data actions, which call the stack's HTTP API.</summary>
public sealed class WebServiceTests : IDisposable
{
    private const string Address = "https://abcdefghij.execute-api.us-east-1.amazonaws.com";

    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The shape of 21 real exports in six of the GenesysCloudBlueprints repositories: these keys, in this order.</summary>
    [Fact]
    public async Task An_action_has_the_shape_of_Genesys_Clouds_exports()
    {
        Assert.Equal(0, await ExportAsync());

        var action = Action("current-weather");
        Assert.Equal(["name", "integrationType", "actionType", "config", "contract", "secure"], Keys(action));
        Assert.Equal(["request", "response"], Keys(action["config"]));
        Assert.Equal(["requestUrlTemplate", "requestType", "headers", "requestTemplate"], Keys(action["config"]!["request"]));
        Assert.Equal(["translationMap", "translationMapDefaults", "successTemplate"], Keys(action["config"]!["response"]));
        Assert.Equal(("Current Weather", "custom-rest-actions", "custom", false), ((string?)action["name"], (string?)action["integrationType"], (string?)action["actionType"], (bool)action["secure"]!));
        Assert.Equal(
            $$$"""{"requestUrlTemplate":"{{{Address}}}/data-action/current-weather","requestType":"POST","headers":{"Authorization":"Bearer ${credentials.token}","Content-Type":"application/json"},"requestTemplate":"{\u0022inputs\u0022: ${input.rawRequest}}"}""",
            action["config"]!["request"]!.ToJsonString());
    }

    [Fact]
    public async Task A_flow_sees_the_same_inputs_and_outputs_from_either_kind_of_action()
    {
        Assert.Equal(0, await _folder.ExportAsync());
        Assert.Equal(0, await ExportAsync());

        foreach (var lookup in new[] { "current-weather", "list-invocations" })
        {
            var (lambda, web) = (_folder.Action(lookup), Action(lookup));
            Assert.Equal((string?)lambda["name"], (string?)web["name"]);
            Assert.True(JsonNode.DeepEquals(lambda["contract"], web["contract"]));
            Assert.True(JsonNode.DeepEquals(lambda["config"]!["response"], web["config"]!["response"]));
            Assert.Equal((string?)lambda["config"]!["request"]!["requestTemplate"], (string?)web["config"]!["request"]!["requestTemplate"]);
        }
    }

    [Fact]
    public async Task The_token_can_have_its_own_header()
    {
        Assert.Equal(0, await ExportAsync("--token-header", "X-Api-Key"));
        Assert.Equal("""{"X-Api-Key":"${credentials.token}","Content-Type":"application/json"}""", Headers("current-weather"));
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("authorization")]
    public async Task In_Authorization_the_token_follows_Bearer_even_if_the_header_is_named(string header)
    {
        Assert.Equal(0, await ExportAsync("--token-header", header));
        Assert.Contains($"\"{header}\":\"Bearer ${{credentials.token}}\"", Headers("current-weather"), StringComparison.Ordinal);

        Assert.Equal(0, await _folder.TerraformAsync("--web-services", "--token-header", header));
        Assert.Contains("\"Bearer ${credentials.token}\"", _folder.Read("terraform/actions/current-weather.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_JWT_comes_from_the_integrations_authentication_action()
    {
        Assert.Equal(0, await ExportAsync("--jwt"));
        Assert.Equal("""{"Authorization":"${authResponse.token_type} ${authResponse.access_token}","Content-Type":"application/json"}""", Headers("current-weather"));
    }

    [Theory]
    [InlineData($"{Address}/", $"{Address}/data-action/current-weather")]
    [InlineData("https://lookups.example.com/prod", "https://lookups.example.com/prod/data-action/current-weather")]
    public async Task An_address_may_have_a_path(string address, string url)
    {
        Assert.Equal(0, await _folder.ExportAsync("--web-services", address, "--output", _folder.At("web")));
        Assert.Equal(url, (string?)Action("current-weather")["config"]!["request"]!["requestUrlTemplate"]);
    }

    [Fact]
    public async Task Only_what_the_stack_has_is_written()
    {
        Assert.Equal(0, await ExportAsync("--stack-outputs", Stack()));

        Assert.True(_folder.Has("web/current-weather.json"));
        Assert.False(_folder.Has("web/list-invocations.json"));
        Assert.DoesNotContain("ARN", _folder.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("api.example.com")]
    [InlineData("https://api.example.com/?a=1")]
    [InlineData("https://api.example.com/${input.x}")]
    [InlineData("https://user@api.example.com")]
    [InlineData("")]
    public async Task What_is_not_an_https_address_is_refused(string address)
    {
        Assert.Equal(1, await _folder.ExportAsync("--web-services", address, "--output", _folder.At("web")));
        Assert.StartsWith($"'{address}' is not the address of an HTTP API.", _folder.Error, StringComparison.Ordinal);
        Assert.False(_folder.Has("web/current-weather.json"));
    }

    [Fact]
    public async Task Options_that_do_not_go_together_are_refused()
    {
        Assert.Equal(1, await ExportAsync("--jwt", "--token-header", "X"));
        Assert.StartsWith("Give either --token-header or --jwt.", _folder.Error, StringComparison.Ordinal);
        Assert.Equal(1, await ExportAsync("--token-header", "X: Y"));
        Assert.StartsWith("'X: Y' cannot be the name of a header.", _folder.Error, StringComparison.Ordinal);
        Assert.Equal(1, await _folder.ExportAsync("--jwt"));
        Assert.StartsWith("--token-header and --jwt can only be used with --web-services.", _folder.Error, StringComparison.Ordinal);
        Assert.Equal(1, await ExportAsync("--function-arn", "current-weather=arn:aws:lambda:us-east-1:123456789012:function:f"));
        Assert.StartsWith("--function-arn is for actions that invoke the functions", _folder.Error, StringComparison.Ordinal);
        Assert.Equal(1, await _folder.ExportAsync("--web-services", Address, "--output", _folder.Actions));
        Assert.Contains("has the committed actions, which invoke the functions.", _folder.Error, StringComparison.Ordinal);
        Assert.Equal(1, await _folder.TerraformAsync("--token-header", "X"));
        Assert.StartsWith("--token-header can only be used with --web-services.", _folder.Error, StringComparison.Ordinal);
    }

    /// <summary>The key basicAuth: WebServicesTerraform names the provider's own examples.</summary>
    [Fact]
    public async Task Terraform_makes_the_credential_the_integration_and_the_actions()
    {
        Assert.Equal(0, await _folder.TerraformAsync("--web-services"));

        var main = _folder.Read("terraform/main.tf");
        Assert.Contains("  credential_type_name = \"userDefined\"\n  fields               = { token = var.http_token }\n", main, StringComparison.Ordinal);
        Assert.Contains("  integration_type = \"custom-rest-actions\"\n", main, StringComparison.Ordinal);
        Assert.Contains("    credentials = { basicAuth = genesyscloud_integration_credential.web_services.id }\n", main, StringComparison.Ordinal);
        Assert.Contains("  file           = \"${path.module}/actions/current-weather.json\"\n", main, StringComparison.Ordinal);
        Assert.Contains("  url            = contains(var.lookups, \"current-weather\") ? \"${trimsuffix(var.http_api_url, \"/\")}/data-action/current-weather\" : \"\"\n", main, StringComparison.Ordinal);
        var action = JsonNode.Parse(_folder.Read("terraform/actions/current-weather.json"))!;
        Assert.Equal("""{"Authorization":"Bearer ${credentials.token}","Content-Type":"application/json"}""", action["config"]!["request"]!["headers"]!.ToJsonString());
        Assert.DoesNotContain("function_arn", main, StringComparison.Ordinal);
        Assert.Contains("  default     = [\"current-weather\", \"list-invocations\"]\n", _folder.Read("terraform/variables.tf"), StringComparison.Ordinal);
        Assert.Contains("  sensitive   = true\n", _folder.Read("terraform/variables.tf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stack_gives_Terraforms_variables_their_values_but_not_the_token()
    {
        Assert.Equal(0, await _folder.TerraformAsync("--web-services", "--stack-outputs", Stack()));

        Assert.Equal($$"""{"http_api_url":"{{Address}}","lookups":["current-weather"]}""", JsonNode.Parse(_folder.Read("terraform/terraform.tfvars.json"))!.ToJsonString());
    }

    [Fact]
    public async Task A_stack_without_an_HTTP_API_says_so()
    {
        Assert.Equal(1, await _folder.TerraformAsync("--web-services", "--stack-outputs", Stack(httpApi: false)));
        Assert.StartsWith("The stack has no output HttpApiUrl: it is deployed with HttpAccess=none.", _folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_files_are_formatted_and_valid_Terraform()
    {
        Assert.SkipWhen(TerraformProgram.WhyMissing is not null, TerraformProgram.WhyMissing ?? "");
        await _folder.TerraformAsync("--web-services");

        Assert.Equal((0, ""), await TerraformProgram.RunAsync(_folder.Terraform, "fmt", "-check", "-diff", "-recursive", "-no-color"));

        _folder.Write("main.tf", _folder.Read("terraform/variables.tf") + """
            output "there" {
              value = [for name in ["current-weather", "other"] : contains(var.lookups, name) ? 1 : 0]
            }
            output "url" {
              value = "${trimsuffix(var.http_api_url, "/")}/data-action/current-weather"
            }

            """);
        var (exitCode, log) = await TerraformProgram.RunAsync(_folder.At("."), "apply", "-auto-approve", "-no-color", "-var", $"http_api_url={Address}/", "-var", "http_token=t");
        Assert.True(exitCode == 0, log);
        Assert.Contains($"url = \"{Address}/data-action/current-weather\"", log, StringComparison.Ordinal);
        Assert.NotEqual(0, (await TerraformProgram.RunAsync(_folder.At("."), "plan", "-input=false", "-var", "http_api_url=http://x", "-var", "http_token=t")).ExitCode);
    }

    private Task<int> ExportAsync(params string[] options) => _folder.ExportAsync(["--web-services", Address, "--output", _folder.At("web"), .. options]);

    private JsonNode Action(string lookup) => JsonNode.Parse(_folder.Read($"web/{lookup}.json"))!;

    private string Headers(string lookup) => Action(lookup)["config"]!["request"]!["headers"]!.ToJsonString();

    private static IEnumerable<string> Keys(JsonNode? node) => node!.AsObject().Select(member => member.Key);

    private string Stack(bool httpApi = true) => _folder.Write("stack.json", $$"""
        {"Stacks":[{"Outputs":[
          {"OutputKey":"{{(httpApi ? "HttpApiUrl" : "Other")}}","OutputValue":"{{Address}}"},
          {"OutputKey":"CurrentWeatherFunctionArn","OutputValue":"arn:aws:lambda:us-east-1:123456789012:function:f"}]}]}
        """);
}
