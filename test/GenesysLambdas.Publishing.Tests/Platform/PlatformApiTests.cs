using System.Security.Authentication;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

public sealed class PlatformApiTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private PlatformApi _api = null!;
    private PlatformClient _client = null!;
    private PlatformIntegration _integration = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await PlatformApi.StartAsync(_time);
        _client = new PlatformClient(_api);
        _integration = _api.AddIntegration("Lambda", roleArn: "arn:aws:iam::123456789012:role/Genesys");
        await _client.LogInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _api.DisposeAsync();
    }

    [Theory]
    [InlineData("nobody", PlatformTokens.ClientSecret, "client_credentials", 400, "invalid_client")]
    [InlineData(PlatformTokens.ClientId, "wrong", "client_credentials", 401, "invalid_client")]
    [InlineData(PlatformTokens.ClientId, PlatformTokens.ClientSecret, "password", 400, "unsupported_grant_type")]
    public async Task Only_the_client_with_its_secret_gets_a_token(string id, string secret, string grant, int status, string error)
    {
        using var response = await _client.TokenAsync(id, secret, grant);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(error, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]);
    }

    [Fact]
    public async Task A_request_without_a_valid_token_is_refused()
    {
        _api.RevokeTokens();
        await AssertRefusedAsync("GET", "", 401, "bad.credentials");

        await _client.LogInAsync();
        _time.Advance(TimeSpan.FromDays(1));
        await AssertRefusedAsync("GET", "", 401, "credentials.expired");

        _client.Http.DefaultRequestHeaders.Authorization = null;
        await AssertRefusedAsync("GET", "", 401, "authentication.required");
    }

    [Fact]
    public async Task The_301st_request_of_a_minute_is_refused_until_the_minute_is_over()
    {
        for (var request = 0; request < 300; request++)
        {
            Assert.Equal(200, (await _client.SendAsync("GET", PlatformClient.Actions)).Status);
        }

        _time.Advance(TimeSpan.FromSeconds(20));
        using var refusal = await _client.Http.GetAsync(PlatformClient.Actions);
        Assert.Equal((429, TimeSpan.FromSeconds(40)), ((int)refusal.StatusCode, refusal.Headers.RetryAfter!.Delta));
        Assert.Equal(300, (int)JsonNode.Parse(await refusal.Content.ReadAsStringAsync())!["limit"]!["value"]!);

        _time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(200, (await _client.SendAsync("GET", PlatformClient.Actions)).Status);
    }

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        _api.Permissions.Remove("integrations:action:add");

        var error = await AssertRefusedAsync("POST", "/drafts", 403, "missing.any.permissions");

        Assert.Equal("[integrations:action:add]", (string?)error["messageParams"]!["permissions"]);
    }

    [Theory]
    [InlineData("GET", "/unknown", 404)]
    [InlineData("GET", "/unknown/draft", 404)]
    [InlineData("POST", "/unknown/draft", 404)]
    [InlineData("GET", "/unknown/draft/validation", 404)]
    [InlineData("GET", "/unknown/no/such/path", 404)]
    [InlineData("DELETE", "/unknown", 403)]
    [InlineData("GET", "?pageSize=101", 400)]
    [InlineData("GET", "?pageNumber=0", 400)]
    [InlineData("GET", "?includeConfig=yes", 400)]
    public async Task What_does_not_exist_is_not_found_and_what_is_not_allowed_is_refused(string method, string path, int status)
    {
        Assert.Equal(status, (await _client.SendAsync(method, PlatformClient.Actions + path)).Status);
        Assert.Equal((method, status), (_api.Requests[^1].Method, _api.Requests[^1].Status));
    }

    [Fact]
    public async Task No_other_host_is_reached_and_the_certificates_names_are_checked()
    {
        using var handler = new HttpClient(_api.CreateHandler());

        await Assert.ThrowsAsync<HttpRequestException>(() => handler.GetAsync("https://example.com/"));
        await Assert.ThrowsAsync<HttpRequestException>(() => handler.GetAsync($"http://{PlatformHosts.Api}/"));
        // The name in the header is the one that TLS checks.
        using var wrongName = new HttpRequestMessage(HttpMethod.Get, $"https://{PlatformHosts.Api}/") { Headers = { Host = "else.example" } };
        Assert.IsType<AuthenticationException>((await Assert.ThrowsAsync<HttpRequestException>(() => handler.SendAsync(wrongName))).InnerException);
    }

    [Fact]
    public async Task A_list_comes_in_pages_of_25_with_the_next_ones_address()
    {
        for (var number = 1; number <= 26; number++)
        {
            _api.AddAction(PlatformClient.Body(_integration.Id, body => body["name"] = $"Action {number}"));
        }

        _api.AddAction(PlatformClient.Body(_integration.Id), asDraft: true);
        var (_, first) = await _client.SendAsync("GET", PlatformClient.Actions + "?name=action");
        var (_, second) = await _client.SendAsync("GET", (string)first["nextUri"]!);

        Assert.Equal((25, 26, 2), (first["entities"]!.AsArray().Count, (int)first["total"]!, (int)first["pageCount"]!));
        Assert.Equal(["Action 26"], second["entities"]!.AsArray().Select(entity => (string)entity!["name"]!));
        Assert.Null(second["nextUri"]);
        Assert.False(first["entities"]![0]!.AsObject().ContainsKey("config"));
        Assert.Equal(["Current Weather"], (await _client.SendAsync("GET", PlatformClient.Actions + "/drafts")).Body["entities"]!.AsArray().Select(entity => (string)entity!["name"]!));
    }

    [Fact]
    public async Task An_integrations_role_is_behind_its_configuration_and_may_be_hidden()
    {
        _api.AddIntegration("Other", "custom-rest-actions");
        var (_, list) = await _client.SendAsync("GET", "/api/v2/integrations?integrationType=aws-lambda-data-actions");
        Assert.Equal(_integration.Id, (string?)Assert.Single(list["entities"]!.AsArray())!["id"]);

        var (_, config) = await _client.SendAsync("GET", $"/api/v2/integrations/{_integration.Id}/config/current");
        var credential = $"/api/v2/integrations/credentials/{config["credentials"]!["AmazonWebServicesARN"]!["id"]}";
        Assert.Empty((await _client.SendAsync("GET", credential)).Body["credentialFields"]!.AsObject());

        _api.Options.CredentialFields = true;
        Assert.Equal("arn:aws:iam::123456789012:role/Genesys", (string?)(await _client.SendAsync("GET", credential)).Body["credentialFields"]!["ARN"]);
    }

    private async Task<JsonNode> AssertRefusedAsync(string method, string path, int status, string code)
    {
        var (actual, error) = await _client.SendAsync(method, PlatformClient.Actions + path, method == "GET" ? null : new JsonObject());
        Assert.Equal((status, code), (actual, (string?)error["code"]));
        return error;
    }
}
