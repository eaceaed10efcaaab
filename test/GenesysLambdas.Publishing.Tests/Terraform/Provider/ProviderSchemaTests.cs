using GenesysLambdas.Publishing.Tests.Actions;

namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>
/// The Terraform files against what Genesys Cloud's provider takes: in the oldest version that versions.tf allows, and in the newest
/// one when this was written.
/// </summary>
public sealed class ProviderSchemaTests : IDisposable
{
    private const string Oldest = "1.14.0";
    private const string Newest = "1.84.1";

    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Oldest)]
    [InlineData(Newest)]
    public void The_provider_takes_the_committed_files(string version)
    {
        var files = Directory.GetFiles(Repository.Path("genesys", "terraform"), "*.tf");

        Assert.Equal(3, files.Length);
        Assert.Empty(TerraformCheck.Problems(
            ProviderSchema.Load(version), files.Select(File.ReadAllText), File.ReadAllText(Repository.Path("genesys", "terraform", "action", "main.tf"))));
    }

    [Theory]
    [InlineData(Oldest)]
    [InlineData(Newest)]
    [InlineData(Oldest, "--web-services")]
    [InlineData(Newest, "--web-services")]
    [InlineData(Oldest, "--web-services", "--token-header", "X-Api-Key")]
    [InlineData(Newest, "--web-services", "--token-header", "X-Api-Key")]
    public async Task The_provider_takes_what_the_command_writes(string version, params string[] options)
    {
        Assert.Equal(0, await _folder.TerraformAsync(options));

        Assert.Empty(Problems(version));
    }

    [Fact]
    public async Task The_provider_takes_a_second_version_and_a_retired_one()
    {
        await _folder.CommitRetiredVersionAsync();

        Assert.Empty(Problems(Newest));
    }

    /// <summary>A flow is bound to an action's id. The integration and secure are always the same; the contracts are not.</summary>
    [Theory]
    [InlineData(Oldest)]
    [InlineData(Newest)]
    public async Task What_would_replace_an_action_is_ignored_or_never_changes(string version)
    {
        Assert.Equal(0, await _folder.TerraformAsync());
        var replacing = ProviderSchema.Load(version).ResourceSchemas["genesyscloud_integration_action"].Block.Attributes.Where(attribute => attribute.Value.ForceNew).Select(attribute => attribute.Key);

        var action = Assert.Single(HclReader.Read(_folder.TerraformModule()).BlocksOf("resource"));
        var ignored = action.Body.BlocksOf("lifecycle").Single().Body.Arguments["ignore_changes"].Parts.Select(name => name.Text);
        Assert.Equal(["integration_id", "secure"], replacing.Except(ignored));
        Assert.Equal("false", action.Body.Arguments["secure"].Text);
        Assert.Equal("var.integration_id", action.Body.Arguments["integration_id"].Text);
        var calls = HclReader.Read(_folder.Read("terraform/main.tf")).BlocksOf("module").ToList();
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.Equal("genesyscloud_integration.lambda.id", call.Body.Arguments["integration_id"].Text));
    }

    [Fact]
    public async Task The_oldest_version_is_the_one_that_the_files_allow()
    {
        Assert.Equal(0, await _folder.TerraformAsync());

        Assert.Contains($"version = \">= {Oldest[..^".0".Length]}, < 2.0\"", _folder.Read("terraform/versions.tf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_oldest_version_requires_an_actions_address()
    {
        Assert.Equal(0, await _folder.TerraformAsync());
        _folder.Write("terraform/action/main.tf", _folder.TerraformModule().Replace("    request_url_template = var.url\n", "", StringComparison.Ordinal));

        Assert.Equal(["genesyscloud_integration_action.this.config_request.request_url_template: it is required"], Problems(Oldest));
        Assert.Empty(Problems(Newest));
    }

    private IReadOnlyList<string> Problems(string version) => TerraformCheck.Problems(ProviderSchema.Load(version), _folder.TerraformFiles(), _folder.TerraformModule());
}
