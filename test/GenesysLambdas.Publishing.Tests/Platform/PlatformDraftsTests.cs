using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

public sealed class PlatformDraftsTests : IAsyncLifetime
{
    private PlatformApi _api = null!;
    private PlatformClient _client = null!;
    private string _integrationId = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await PlatformApi.StartAsync();
        _client = new PlatformClient(_api);
        _integrationId = _api.AddIntegration("Lambda").Id;
        await _client.LogInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_is_created_validated_and_published()
    {
        var (status, created) = await SendAsync("POST", "/drafts", PlatformClient.Body(_integrationId));
        var id = (string)created["id"]!;
        Assert.Equal(200, status);
        Assert.Equal(404, (await SendAsync("GET", $"/{id}")).Status);
        Assert.True((bool)(await SendAsync("GET", $"/{id}/draft/validation")).Body["valid"]!);

        Assert.Equal(200, (await SendAsync("POST", $"/{id}/draft/publish", Version(created))).Status);

        Assert.Equal(404, (await SendAsync("GET", $"/{id}/draft")).Status);
        var action = Assert.Single(_api.Actions);
        Assert.Equal((id, "Current Weather"), (action.Id, (string?)action.Published!["name"]));
        Assert.Null(action.Draft);
    }

    [Fact]
    public async Task A_published_action_is_changed_by_a_draft()
    {
        var action = _api.AddAction(PlatformClient.Body(_integrationId));
        var (_, draft) = await SendAsync("POST", $"/{action.Id}/draft");
        Assert.Equal(409, (await SendAsync("POST", $"/{action.Id}/draft")).Status);

        var (status, changed) = await SendAsync("PATCH", $"/{action.Id}/draft", new JsonObject { ["version"] = (int)draft["version"]!, ["name"] = "Weather" });
        Assert.Equal((200, "Weather"), (status, (string?)changed["name"]));
        Assert.Equal(409, (await SendAsync("POST", $"/{action.Id}/draft/publish", Version(draft))).Status);
        Assert.Equal(200, (await SendAsync("POST", $"/{action.Id}/draft/publish", Version(changed))).Status);

        Assert.Equal(("Weather", 15), ((string)action.Published!["name"]!, (int)action.Published["config"]!["timeoutSeconds"]!));
    }

    [Fact]
    public async Task Contract_and_configuration_are_included_on_request()
    {
        var action = _api.AddAction(PlatformClient.Body(_integrationId));

        Assert.Equal(["id", "name", "integrationId", "category", "version", "secure", "selfUri"], (await SendAsync("GET", $"/{action.Id}")).Body.AsObject().Select(member => member.Key));
        var (_, shown) = await SendAsync("GET", $"/{action.Id}?expand=contract&includeConfig=true");
        Assert.True(JsonNode.DeepEquals(action.Published!["contract"], shown["contract"]));
        Assert.Null(shown["config"]!["request"]!["requestTemplate"]);
        Assert.Equal("""{"inputs": ${input.rawRequest}}""", (string?)(await _client.SendAsync("GET", (string)shown["config"]!["request"]!["requestTemplateUri"]!)).Body);
        Assert.Equal("${result}", (string?)(await _client.SendAsync("GET", (string)shown["config"]!["response"]!["successTemplateUri"]!)).Body);

        _api.Options.TemplatesByUri = false;
        Assert.Equal("${result}", (string?)(await SendAsync("GET", $"/{action.Id}?includeConfig=true")).Body["config"]!["response"]!["successTemplate"]);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(400)]
    public async Task A_change_of_another_version_is_refused(int status)
    {
        _api.Options.VersionConflict = status;
        var action = _api.AddAction(PlatformClient.Body(_integrationId));
        action.StartDraft();

        foreach (var path in (string[])[$"/{action.Id}", $"/{action.Id}/draft"])
        {
            var (actual, error) = await SendAsync("PATCH", path, new JsonObject { ["version"] = 77, ["name"] = "Weather" });
            Assert.Equal(status, actual);
            Assert.Contains("does not match the current version", (string)error["message"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_published_contract_cannot_be_changed()
    {
        var action = _api.AddAction(PlatformClient.Body(_integrationId));
        action.StartDraft();
        var contract = action.Published!["contract"]!.DeepClone();
        contract["output"]!["successSchema"]!["properties"]!["wind"] = new JsonObject { ["type"] = "number" };

        var (status, error) = await SendAsync("PATCH", $"/{action.Id}/draft", new JsonObject { ["version"] = (int)action.Draft!["version"]!, ["contract"] = contract });

        Assert.Equal((400, "contract"), (status, (string?)error["details"]![0]!["fieldName"]));
    }

    [Theory]
    [InlineData("""{"name": null}""", "name")]
    [InlineData("""{"category": ""}""", "category")]
    [InlineData("""{"name": 1}""", "name")]
    [InlineData("""{"colour": "blue"}""", "colour")]
    [InlineData("""{"integrationId": "unknown"}""", "integrationId")]
    [InlineData("""{"config": null}""", "config")]
    [InlineData("""{"config": {"timeoutSeconds": 61}}""", "config.timeoutSeconds")]
    [InlineData("""{"config": {"request": {"method": "POST"}}}""", "config.request.method")]
    [InlineData("""{"config": {"response": {"translationMap": {"result": 1}}}}""", "config.response.translationMap.result")]
    [InlineData("""{"contract": {"input": {"inputSchema": {}}}}""", "contract.output")]
    [InlineData("""{"contract": {"input": {}, "output": {"successSchema": {}}}}""", "contract.input.inputSchema")]
    [InlineData("""{"contract": {"input": {"inputSchema": {"allOf": []}}, "output": {"successSchema": {}}}}""", "contract.input.inputSchema.allOf")]
    public async Task A_body_that_is_not_the_models_is_refused_with_the_place(string members, string fieldName)
    {
        var body = PlatformClient.Body(_integrationId, body => Replace(body, members));

        foreach (var path in (string[])["", "/drafts"])
        {
            var (status, error) = await SendAsync("POST", path, body);
            Assert.Equal((400, fieldName), (status, (string?)error["details"]![0]!["fieldName"]));
        }

        Assert.Empty(_api.Actions);
    }

    [Fact]
    public async Task A_name_has_at_most_256_characters()
    {
        Assert.Equal(200, (await SendAsync("POST", "/drafts", PlatformClient.Body(_integrationId, body => body["name"] = new string('n', 256)))).Status);
        Assert.Equal(400, (await SendAsync("POST", "/drafts", PlatformClient.Body(_integrationId, body => body["name"] = new string('n', 257)))).Status);
    }

    [Theory]
    [InlineData("""{"1st": {"type": "string"}}""", "contract.input.inputSchema.properties.1st")]
    [InlineData("""{"a.b": {"type": "string"}}""", "contract.input.inputSchema.properties.a.b")]
    [InlineData("""{"rawRequest": {"type": "string"}}""", "contract.input.inputSchema.properties.rawRequest")]
    [InlineData("""{"place": {"type": "object"}}""", "contract.input.inputSchema.properties.place.type")]
    [InlineData("""{"places": {"type": "array", "items": {"type": "string"}}}""", "contract.input.inputSchema.properties.places.type")]
    [InlineData("""{}""", "contract.input.inputSchema.required")]
    public async Task An_invalid_input_contract_cannot_be_published(string properties, string fieldName)
    {
        var inputs = JsonNode.Parse(properties)!.AsObject();
        if (inputs.Count > 0)
        {
            inputs["city_name"] = new JsonObject { ["type"] = "string" };
        }

        await AssertViolationAsync(PlatformClient.Body(_integrationId, body => body["contract"]!["input"]!["inputSchema"]!["properties"] = inputs), fieldName);
    }

    [Theory]
    [InlineData("requestUrlTemplate", "<ARN of CurrentWeatherFunction>")]
    [InlineData("requestUrlTemplate", "https://example.com")]
    [InlineData("requestUrlTemplate", null)]
    [InlineData("requestType", "SEND")]
    public async Task A_configuration_without_a_function_cannot_be_published(string member, string? value) =>
        await AssertViolationAsync(PlatformClient.Body(_integrationId, body => body["config"]!["request"]![member] = value), $"config.request.{member}");

    private async Task AssertViolationAsync(JsonObject body, string fieldName)
    {
        Assert.Equal(400, (await SendAsync("POST", "", body)).Status);
        var (_, draft) = await SendAsync("POST", "/drafts", body);
        var path = $"/{draft["id"]}/draft";
        var (status, result) = await SendAsync("GET", $"{path}/validation");
        Assert.Equal(200, status);
        Assert.False((bool)result["valid"]!);
        Assert.Equal(fieldName, (string?)Assert.Single(result["errors"]!.AsArray())!["details"]![0]!["fieldName"]);
        Assert.Equal(400, (await SendAsync("POST", $"{path}/publish", Version(draft))).Status);
    }

    private static void Replace(JsonObject body, string members)
    {
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }
    }

    private static JsonObject Version(JsonNode action) => new() { ["version"] = (int)action["version"]! };

    private Task<(int Status, JsonNode Body)> SendAsync(string method, string path, JsonNode? body = null) => _client.SendAsync(method, PlatformClient.Actions + path, body);
}
