using System.Text.Json;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace GenesysLambdas.Aws.Tests.SecretsManager;

/// <summary>What is read from the process's environment variables; so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Names =
    [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION",
        "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_SECRETS_MANAGER", "AWS_USE_FIPS_ENDPOINT",
    ];

    private readonly (string Name, string? Value)[] _before = [.. Names.Select(name => (name, Environment.GetEnvironmentVariable(name)))];
    private readonly FakeService _service = new(FakeService.Reply("{}"));

    public EnvironmentTests()
    {
        foreach (var name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Set("AWS_ACCESS_KEY_ID=AKID", "AWS_SECRET_ACCESS_KEY=secret");
    }

    [Theory]
    [InlineData("https://secretsmanager.eu-west-1.amazonaws.com/", "AWS_REGION=eu-west-1", "AWS_DEFAULT_REGION=us-east-1")]
    [InlineData("https://secretsmanager.eu-west-1.amazonaws.com/", "AWS_DEFAULT_REGION=eu-west-1")]
    [InlineData("http://127.0.0.1:2/", "AWS_REGION=eu-west-1", "AWS_ENDPOINT_URL=http://127.0.0.1:1", "AWS_ENDPOINT_URL_SECRETS_MANAGER=http://127.0.0.1:2")]
    [InlineData("http://127.0.0.1:1/", "AWS_REGION=eu-west-1", "AWS_ENDPOINT_URL=http://127.0.0.1:1")]
    public async Task Requests_go_to_the_configured_endpoint_and_region(string address, params string[] variables)
    {
        Set(variables);

        var request = await AskAsync();

        Assert.Equal(address, request.RequestUri!.AbsoluteUri);
        Assert.Contains("/eu-west-1/secretsmanager/", request.Headers.GetValues("Authorization").Single(), StringComparison.Ordinal);
    }

    /// <summary>Written by Endpoints/endpoints_botocore.py.</summary>
    [Fact]
    public async Task Every_region_has_the_endpoint_of_AWSs_own_rules_with_FIPS_and_without()
    {
        using var cases = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Endpoints", "endpoints.json")));
        foreach (var endpoint in cases.RootElement.EnumerateArray())
        {
            var (fips, custom, url) = (endpoint.GetProperty("fips").GetBoolean(), endpoint.GetProperty("custom").GetString(), endpoint.GetProperty("url").GetString());
            Set($"AWS_REGION={endpoint.GetProperty("region").GetString()}", $"AWS_ENDPOINT_URL={custom}", $"AWS_USE_FIPS_ENDPOINT={(fips ? "true" : "false")}");

            if (url is null)
            {
                await Assert.ThrowsAsync<AmazonClientException>(AskAsync);
            }
            else
            {
                Assert.Equal(new Uri(url), (await AskAsync()).RequestUri);
            }
        }
    }

    // As EnvironmentVariableInternalConfiguration of AWSSDK.Core reads them: with bool.Parse, and what that refuses counts for nothing.
    [Theory]
    [InlineData("true", "secretsmanager-fips.us-east-1.amazonaws.com")]
    [InlineData("True", "secretsmanager-fips.us-east-1.amazonaws.com")]
    [InlineData(" TRUE ", "secretsmanager-fips.us-east-1.amazonaws.com")]
    [InlineData("false", "secretsmanager.us-east-1.amazonaws.com")]
    [InlineData("", "secretsmanager.us-east-1.amazonaws.com")]
    [InlineData("1", "secretsmanager.us-east-1.amazonaws.com")]
    [InlineData("yes", "secretsmanager.us-east-1.amazonaws.com")]
    public async Task FIPS_is_on_if_the_variable_is_true(string value, string host)
    {
        Set("AWS_REGION=us-east-1", $"AWS_USE_FIPS_ENDPOINT={value}");

        Assert.Equal(host, (await AskAsync()).RequestUri!.Host);
    }

    [Fact]
    public async Task Credentials_are_read_with_each_request()
    {
        Set("AWS_REGION=eu-west-1");
        using var client = new AmazonSecretsManagerClient(new AmazonSecretsManagerConfig { HttpClientFactory = _service.Factory });
        Set("AWS_ACCESS_KEY_ID=LATER", "AWS_SESSION_TOKEN=token");

        await client.GetSecretValueAsync(new GetSecretValueRequest());
        Set("AWS_ACCESS_KEY_ID=LATEST", "AWS_SESSION_TOKEN=another");
        await client.GetSecretValueAsync(new GetSecretValueRequest());

        Assert.Equal(["LATER", "LATEST"], _service.Requests.Select(sent => sent.Request.Headers.GetValues("Authorization").Single().Split("Credential=")[1].Split('/')[0]));
        Assert.Equal(["token", "another"], _service.Requests.Select(sent => sent.Request.Headers.GetValues("X-Amz-Security-Token").Single()));
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "AWS_REGION=eu-west-1", "AWS_ACCESS_KEY_ID=")]
    [InlineData("export-credentials", "AWS_REGION=eu-west-1", "AWS_SECRET_ACCESS_KEY=")]
    [InlineData("AWS_REGION")]
    [InlineData("'nowhere' of secretsmanager", "AWS_ENDPOINT_URL=nowhere")]
    [InlineData("AWS_USE_FIPS_ENDPOINT is true", "AWS_REGION=eu-west-1", "AWS_USE_FIPS_ENDPOINT=true", "AWS_ENDPOINT_URL_SECRETS_MANAGER=http://127.0.0.1:1")]
    public async Task What_is_missing_or_malformed_is_named(string named, params string[] variables)
    {
        Set(variables);

        Assert.Contains(named, (await Assert.ThrowsAsync<AmazonClientException>(AskAsync)).Message, StringComparison.Ordinal);
        Assert.Empty(_service.Requests);
    }

    public void Dispose()
    {
        _service.Dispose();
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static void Set(params string[] variables)
    {
        foreach (var variable in variables)
        {
            Environment.SetEnvironmentVariable(variable.Split('=')[0], variable.Split('=')[1]);
        }
    }

    private async Task<HttpRequestMessage> AskAsync()
    {
        using var client = new AmazonSecretsManagerClient(new AmazonSecretsManagerConfig { HttpClientFactory = _service.Factory });
        await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "user-api" });
        return _service.Requests.Last().Request;
    }
}
