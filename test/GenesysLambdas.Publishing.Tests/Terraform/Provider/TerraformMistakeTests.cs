using GenesysLambdas.Publishing.Tests.Actions;

namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>Mistakes in the Terraform files, each one made by an edit where the text first occurs.</summary>
public sealed class TerraformMistakeTests : IDisposable
{
    private const string Credential = "genesyscloud_integration_credential.lambda";
    private const string Integration = "genesyscloud_integration.lambda";
    private const string Action = "genesyscloud_integration_action.current_weather_v2";

    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // Attributes.
    [InlineData("intended_state ", "state ", Integration + ".state: there is no such attribute")]
    [InlineData("    name        = var", "    title       = var", Integration + ".config.title: there is no such attribute")]
    [InlineData("  integration_type = \"aws-lambda-data-actions\"\n", "", Integration + ".integration_type: it is required")]
    [InlineData("    request_type         = \"POST\"\n", "", Action + ".config_request.request_type: it is required")]
    [InlineData("  secure                 = false\n", "  id = \"a\"\n", Action + ".id: it is read-only")]
    [InlineData("  config {\n", "  config = {\n", Integration + ".config: there is no such attribute")]
    // Types and values.
    [InlineData("= false\n", "= \"false\"\n", Action + ".secure: it is not a bool")]
    [InlineData("= 15\n", "= \"15\"\n", Action + ".config_timeout_seconds: it is not a number")]
    [InlineData("= 15\n", "= 61\n", Action + ".config_timeout_seconds: it is not between 1 and 60")]
    [InlineData("\"Current Weather v2\"\n", "\"\"\n", Action + ".name: it is not between 1 and 256")]
    [InlineData("\"Current Weather v2\"\n", "5\n", Action + ".name: it is not a string")]
    [InlineData("\"ENABLED\"", "\"ON\"", Integration + ".intended_state: it is not one of ENABLED, DISABLED")]
    [InlineData("{ ARN = var.role_arn }", "var.role_arn", Credential + ".fields: it is not a map(string)")]
    [InlineData("{ ARN = var.role_arn }", "{ ARN = 1 }", Credential + ".fields: it is not a map(string)")]
    // Blocks.
    [InlineData("  config {\n", "  config {\n  }\n  config {\n", Integration + ".config: there are more than 1")]
    [InlineData("  config_response {\n", "  config_request {\n", Action + ".config_request: there are more than 1")]
    [InlineData("  config_response {\n", "  config_reply {\n", Action + ".config_reply: there is no such block")]
    [InlineData("  config {\n", "  config \"a\" {\n", Integration + ".config: it has a label")]
    [InlineData("properties  = jsonencode({})", "properties {\n}", Integration + ".config.properties: there is no such block")]
    // Resources.
    [InlineData("resource \"genesyscloud_integration\"", "resource \"genesyscloud_integrations\"", "genesyscloud_integrations.lambda: there is no such resource")]
    [InlineData("\"list_invocations\" {", "\"current_weather_v2\" {", Action + ": there are 2")]
    [InlineData("\"list_invocations\" {", "\"current_weather\" {", "removed.from: 'genesyscloud_integration_action.current_weather' is still there")]
    [InlineData("from = genesyscloud_integration_action.", "from = genesyscloud_action.", "removed.from: there is no such resource as 'genesyscloud_action.current_weather'")]
    [InlineData("resource \"genesyscloud_integration\"", "output \"genesyscloud_integration\"", "output: there is no such block")]
    // References.
    [InlineData("var.role_arn", "var.role", Credential + ".fields: there is no 'var.role'")]
    [InlineData("variable \"list_invocations_function_arn\"", "variable \"other\"", "genesyscloud_integration_action.list_invocations.count: there is no 'var.list_invocations_function_arn'")]
    [InlineData("= genesyscloud_integration.lambda.id", "= genesyscloud_integration.other.id", Action + ".integration_id: there is no 'genesyscloud_integration.other.id'")]
    [InlineData("= genesyscloud_integration.lambda.id", "= genesyscloud_integration.lambda.arn", Action + ".integration_id: there is no 'genesyscloud_integration.lambda.arn'")]
    [InlineData("\"aws-lambda-data-actions\"", "aws-lambda-data-actions", Integration + ".integration_type: there is no 'aws-lambda-data-actions'")]
    [InlineData("\"Current Weather v2\"\n", "\"${var.name} v2\"\n", Action + ".name: there is no 'var.name'")]
    [InlineData("contract_input = jsonencode(", "contract_input = tojson(", Action + ".contract_input: there is no 'tojson'")]
    // Terraform's own.
    [InlineData("  count = ", "  number = ", Action + ".number: there is no such attribute")]
    [InlineData("? 0 : 1", "? 0 : \"1\"", Action + ".count: it is not a number")]
    [InlineData("[contract_input,", "[contract_inputs,", Action + ".lifecycle.ignore_changes: there is no 'contract_inputs'")]
    [InlineData("[contract_input, contract_output]", "\"all\"", Action + ".lifecycle.ignore_changes: it is not a list of names")]
    [InlineData("    destroy = false\n", "", "removed.lifecycle.destroy: it is required")]
    [InlineData("default     = \"GenesysLambdas\"", "default     = 1", "var.integration_name.default: it is not a string")]
    [InlineData("type        = string", "type        = text", "var.role_arn.type: there is no such type")]
    [InlineData("from = genesyscloud_integration_action.current_weather\n", "from = \"a\"\n", "removed.from: it is not a name")]
    [InlineData("resource \"genesyscloud_integration_credential\"", "a = 1\nresource \"genesyscloud_integration_credential\"", "a: it is in no block")]
    [InlineData("\"mypurecloud/genesyscloud\"", "\"genesys/genesyscloud\"", "mypurecloud/genesyscloud: it is not required")]
    public async Task A_mistake_is_found(string right, string wrong, string problem)
    {
        await _folder.CommitRetiredVersionAsync();

        Assert.Contains(problem, Problems(Edited(right, wrong)));
    }

    [Theory]
    [InlineData("\"Authorization\" = ", "\"Authorization\" = 1, \"a\" = ", "config_request.headers: it is not a map(string)")]
    [InlineData("trimsuffix(var.http_api_url", "trimsuffix(var.url", "config_request.request_url_template: there is no 'var.url'")]
    [InlineData("contains(var.lookups", "contains(var.lookup", "count: there is no 'var.lookup'")]
    [InlineData("[\"current-weather\", ", "[1, ", "var.lookups.default: it is not a set(string)")]
    [InlineData("sensitive   = true", "sensitive   = 1", "var.http_token.sensitive: it is not a bool")]
    public async Task A_mistake_in_the_files_for_web_services_is_found(string right, string wrong, string problem)
    {
        Assert.Equal(0, await _folder.TerraformAsync("--web-services"));

        Assert.EndsWith(problem, Assert.Single(Problems(Edited(right, wrong))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  secure                 = false\n", "  secure = false\n  secure = false\n", "only one 'secure'")]
    [InlineData("= 15\n", "= 15 secure = false\n", "the end of the line")]
    [InlineData("= 15\n", "= 10 + 5\n", "the end of the line")]
    [InlineData("= 15\n", "=\n", "a name or a value")]
    [InlineData("\"ENABLED\"", "\"ENABLED", "a character of a string")]
    [InlineData("\"ENABLED\"", "\"\\x\"", "an escape sequence")]
    [InlineData("\"$${result}\"", "\"%{if true}\"", "a character of a string")]
    [InlineData("{ ARN = var.role_arn }", "{ ARN = var.role_arn", "a name or a value")]
    [InlineData("jsonencode({})", "jsonencode({}", "','")]
    public async Task What_cannot_be_read_is_refused(string right, string wrong, string expected)
    {
        await _folder.CommitRetiredVersionAsync();

        Assert.EndsWith($"there should be {expected}.", Assert.Throws<FormatException>(() => Problems(Edited(right, wrong))).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Problems(string text) => TerraformCheck.Problems(ProviderSchema.Load("1.84.1"), [text]);

    private string Edited(string right, string wrong)
    {
        var text = string.Concat(_folder.TerraformFiles());
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{right}' is not in the files.");
        return $"{text[..at]}{wrong}{text[(at + right.Length)..]}";
    }
}
