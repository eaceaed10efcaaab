using GenesysLambdas.Publishing.Tests.Actions;

namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>Mistakes in the Terraform files, each one made by an edit where the text first occurs.</summary>
public sealed class TerraformMistakeTests : IDisposable
{
    private const string Credential = "genesyscloud_integration_credential.lambda";
    private const string Integration = "genesyscloud_integration.lambda";
    private const string Call = "module.current_weather_v2";
    private const string Action = "genesyscloud_integration_action.this";

    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // Attributes.
    [InlineData("intended_state ", "state ", Integration + ".state: there is no such attribute")]
    [InlineData("    name        = var", "    title       = var", Integration + ".config.title: there is no such attribute")]
    [InlineData("  integration_type = \"aws-lambda-data-actions\"\n", "", Integration + ".integration_type: it is required")]
    [InlineData("    request_type         = local.request.requestType\n", "", Action + ".config_request.request_type: it is required")]
    [InlineData("  secure                 = false\n", "  id = \"a\"\n", Action + ".id: it is read-only")]
    [InlineData("  config {\n", "  config = {\n", Integration + ".config: there is no such attribute")]
    // Types and values.
    [InlineData("  secure                 = false\n", "  secure = \"false\"\n", Action + ".secure: it is not a bool")]
    [InlineData("= 15\n", "= \"15\"\n", Action + ".config_timeout_seconds: it is not a number")]
    [InlineData("= 15\n", "= 61\n", Action + ".config_timeout_seconds: it is not between 1 and 60")]
    [InlineData("= local.action.name\n", "= \"\"\n", Action + ".name: it is not between 1 and 256")]
    [InlineData("= local.action.name\n", "= 5\n", Action + ".name: it is not a string")]
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
    [InlineData("\"list_invocations\" {", "\"current_weather_v2\" {", Call + ": there are 2")]
    [InlineData("\"list_invocations\" {", "\"current_weather\" {", "removed.from: 'module.current_weather' is still there")]
    [InlineData("from = module.current_weather\n", "from = genesyscloud_integration_action.current_weather\n", "removed.from: 'genesyscloud_integration_action.current_weather' is not a module")]
    [InlineData("from = genesyscloud_integration_action.", "from = genesyscloud_action.", "moved.from: there is no such resource as 'genesyscloud_action.current_weather_v2'")]
    [InlineData("genesyscloud_integration_action.this\n", "genesyscloud_integration_action.that\n", "moved.to: there is no such resource as 'module.current_weather_v2.genesyscloud_integration_action.that'")]
    [InlineData("from = genesyscloud_integration_action.current_weather_v2\n", "from = genesyscloud_integration.lambda\n", "moved.from: 'genesyscloud_integration.lambda' is still there")]
    [InlineData("\"./action\"", "\"./actions\"", Call + ".source: there is no such module")]
    [InlineData("  category       = var.integration_name\n", "", Call + ".category: it is required")]
    [InlineData("  file           =", "  path           =", Call + ".path: there is no such attribute")]
    [InlineData("resource \"genesyscloud_integration\"", "output \"genesyscloud_integration\"", "output: there is no such block")]
    // References.
    [InlineData("var.role_arn", "var.role", Credential + ".fields: there is no 'var.role'")]
    [InlineData("variable \"list_invocations_function_arn\"", "variable \"other\"", "module.list_invocations.url: there is no 'var.list_invocations_function_arn'")]
    [InlineData("= genesyscloud_integration.lambda.id", "= genesyscloud_integration.other.id", Call + ".integration_id: there is no 'genesyscloud_integration.other.id'")]
    [InlineData("= genesyscloud_integration.lambda.id", "= genesyscloud_integration.lambda.arn", Call + ".integration_id: there is no 'genesyscloud_integration.lambda.arn'")]
    [InlineData("\"aws-lambda-data-actions\"", "aws-lambda-data-actions", Integration + ".integration_type: there is no 'aws-lambda-data-actions'")]
    [InlineData("= local.action.name\n", "= local.action.title\n", Action + ".name: there is no 'local.action.title'")]
    [InlineData("= local.action.name\n", "= local.action.contract\n", Action + ".name: it is not a string")]
    [InlineData("= local.response.translationMap\n", "= local.response.successTemplate\n", Action + ".config_response.translation_map: it is not a map(string)")]
    [InlineData("= local.action.config.response", "= local.action.config.reply", Action + ".config_response.success_template: there is no 'local.response.successTemplate'")]
    [InlineData("jsondecode(file(var.file))", "jsondecode(file(var.path))", "local.action: there is no 'var.path'")]
    [InlineData("= local.action.name\n", "= \"${var.name} v2\"\n", Action + ".name: there is no 'var.name'")]
    [InlineData("contract_input  = jsonencode(", "contract_input = tojson(", Action + ".contract_input: there is no 'tojson'")]
    // Terraform's own.
    [InlineData("  count = ", "  number = ", Action + ".number: there is no such attribute")]
    [InlineData("? 0 : 1", "? 0 : \"1\"", Action + ".count: it is not a number")]
    [InlineData("[contract_input,", "[contract_inputs,", Action + ".lifecycle.ignore_changes: there is no 'contract_inputs'")]
    [InlineData("[contract_input, contract_output]", "\"all\"", Action + ".lifecycle.ignore_changes: it is not a list of names")]
    [InlineData("    destroy = false\n", "", "removed.lifecycle.destroy: it is required")]
    [InlineData("default     = \"GenesysLambdas\"", "default     = 1", "var.integration_name.default: it is not a string")]
    [InlineData("type        = string", "type        = text", "var.role_arn.type: there is no such type")]
    [InlineData("from = module.current_weather\n", "from = \"a\"\n", "removed.from: it is not a name")]
    [InlineData("resource \"genesyscloud_integration_credential\"", "a = 1\nresource \"genesyscloud_integration_credential\"", "a: it is in no block")]
    [InlineData("\"mypurecloud/genesyscloud\"", "\"genesys/genesyscloud\"", "mypurecloud/genesyscloud: it is not required")]
    public async Task A_mistake_is_found(string right, string wrong, string problem)
    {
        await _folder.CommitRetiredVersionAsync();

        Assert.Contains(problem, Problems(right, wrong));
    }

    [Theory]
    [InlineData("? null : local.request.headers", "? null : local.request.requestType", "config_request.headers: it is not a map(string)")]
    [InlineData("trimsuffix(var.http_api_url", "trimsuffix(var.url", "module.current_weather.url: there is no 'var.url'")]
    [InlineData("contains(var.lookups", "contains(var.lookup", "module.current_weather.url: there is no 'var.lookup'")]
    [InlineData("[\"current-weather\", ", "[1, ", "var.lookups.default: it is not a set(string)")]
    [InlineData("sensitive   = true", "sensitive   = 1", "var.http_token.sensitive: it is not a bool")]
    public async Task A_mistake_in_the_files_for_web_services_is_found(string right, string wrong, string problem)
    {
        Assert.Equal(0, await _folder.TerraformAsync("--web-services"));

        Assert.EndsWith(problem, Assert.Single(Problems(right, wrong)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  secure                 = false\n", "  secure = false\n  secure = false\n", "only one 'secure'")]
    [InlineData("= 15\n", "= 15 secure = false\n", "the end of the line")]
    [InlineData("= 15\n", "= 10 + 5\n", "the end of the line")]
    [InlineData("= 15\n", "=\n", "a name or a value")]
    [InlineData("\"ENABLED\"", "\"ENABLED", "a character of a string")]
    [InlineData("\"ENABLED\"", "\"\\x\"", "an escape sequence")]
    [InlineData("\"aws-lambda-data-actions\"", "\"%{if true}\"", "a character of a string")]
    [InlineData("{ ARN = var.role_arn }", "{ ARN = var.role_arn", "a name or a value")]
    [InlineData("jsonencode({})", "jsonencode({}", "','")]
    public async Task What_cannot_be_read_is_refused(string right, string wrong, string expected)
    {
        await _folder.CommitRetiredVersionAsync();

        Assert.EndsWith($"there should be {expected}.", Assert.Throws<FormatException>(() => Problems(right, wrong)).Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Problems(string right, string wrong)
    {
        var (files, module) = (string.Concat(_folder.TerraformFiles()), _folder.TerraformModule());
        Assert.True(files.Contains(right, StringComparison.Ordinal) || module.Contains(right, StringComparison.Ordinal), $"'{right}' is not in the files.");
        return TerraformCheck.Problems(
            ProviderSchema.Load("1.84.1"), [Edited(files, right, wrong)], files.Contains(right, StringComparison.Ordinal) ? module : Edited(module, right, wrong));
    }

    private static string Edited(string text, string right, string wrong) => text.IndexOf(right, StringComparison.Ordinal) is >= 0 and var at
        ? $"{text[..at]}{wrong}{text[(at + right.Length)..]}"
        : text;
}
