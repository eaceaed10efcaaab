using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

public sealed class PlatformExecutionsTests : IAsyncLifetime
{
    private const string Inputs = """{"city_name": "Paris", "more": [1]}""";

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
    public async Task The_functions_reply_becomes_the_outputs_by_the_actions_templates()
    {
        FunctionCall? seen = null;
        Answer(call =>
        {
            seen = call;
            return """{"result": {"temperature": 1.5, "names": ["a"]}}""";
        });

        var (status, result) = await RunAsync("test", Inputs);

        Assert.Equal(200, status);
        Assert.True((bool)result["success"]!);
        AssertJson("""{"temperature": 1.5, "names": ["a"]}""", result["finalResult"]);
        Assert.Equal([1, 2, 3, 4], result["operations"]!.AsArray().Select(step => (int)step!["step"]!));
        Assert.Equal(PlatformClient.Arn, seen!.FunctionArn);
        AssertJson($$"""{"inputs": {{Inputs}}}""", seen.Event);
        AssertJson("""{"temperature": 1.5, "names": ["a"]}""", (await RunAsync("execute", Inputs)).Body);
    }

    [Fact]
    public async Task The_default_templates_pass_everything_on_as_it_is()
    {
        Answer(call => call.Event.ToJsonString());

        var (_, outputs) = await RunAsync("execute", Inputs, body =>
        {
            body["config"]!["request"]!["requestTemplate"] = "${input.rawRequest}";
            body["config"]!["response"] = new JsonObject { ["translationMap"] = new JsonObject(), ["successTemplate"] = "${rawResult}" };
        });

        AssertJson(Inputs, outputs);
    }

    [Theory]
    [InlineData("""{}""", "city_name")]
    [InlineData("""{"city_name": 1}""", "city_name")]
    [InlineData("""{"city_name": null}""", "city_name")]
    [InlineData("""{"city_name": "Paris", "days": 1.5}""", "days")]
    [InlineData("""[]""", null)]
    public async Task Inputs_that_do_not_fit_the_contract_are_refused(string inputs, string? fieldName)
    {
        foreach (var operation in (string[])["test", "execute"])
        {
            var (status, error) = await RunAsync(operation, inputs);
            Assert.Equal((400, fieldName), (status, (string?)error["details"]![0]!["fieldName"]));
        }
    }

    [Theory]
    [InlineData(null, 2, "ACTION.REMOTE_ENDPOINT")]
    [InlineData("""{"temperature": 1}""", 3, "ACTION.PROCESSING")]
    [InlineData("""{"result": null}""", 4, "ACTION.PROCESSING")]
    [InlineData("""{"result": {"temperature": "1"}}""", 4, "ACTION.PROCESSING")]
    [InlineData("""{"result": {"temperature": null}}""", 4, "ACTION.PROCESSING")]
    [InlineData("""{"result": {"names": [1]}}""", 4, "ACTION.PROCESSING")]
    public async Task A_failed_step_is_the_last_and_fails_the_action(string? reply, int steps, string errorCode)
    {
        Answer(_ => reply ?? throw new FunctionError("boom"));

        var (status, result) = await RunAsync("test", Inputs);

        Assert.Equal((200, false), (status, (bool)result["success"]!));
        Assert.Equal(steps, result["operations"]!.AsArray().Count);
        Assert.Equal([.. Enumerable.Repeat(true, steps - 1), false], result["operations"]!.AsArray().Select(step => (bool)step!["success"]!));
        Assert.Equal(errorCode, (string?)result["error"]!["details"]![0]!["errorCode"]);
        Assert.Null(result["finalResult"]);

        var (executed, error) = await RunAsync("execute", Inputs);
        Assert.Equal((500, errorCode), (executed, (string?)error["details"]![0]!["errorCode"]));
    }

    [Theory]
    [InlineData("request", "requestTemplate", """{"city": "${input.city_name}"}""", 1)]
    [InlineData("response", "successTemplate", """{"all": ${result}}""", 3)]
    public async Task Other_templates_are_not_understood(string part, string member, string template, int steps)
    {
        Answer(_ => """{"result": {}}""");

        var (_, result) = await RunAsync("test", Inputs, body => body["config"]![part]![member] = template);

        Assert.False((bool)result["success"]!);
        Assert.Equal(steps, result["operations"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_draft_is_tested_by_itself()
    {
        Answer(_ => """{"result": {"temperature": 1}}""");
        var draft = _api.AddAction(PlatformClient.Body(_integrationId), asDraft: true);

        Assert.Equal(404, (await _client.SendAsync("POST", $"{PlatformClient.Actions}/{draft.Id}/test", JsonNode.Parse(Inputs))).Status);
        Assert.True((bool)(await _client.SendAsync("POST", $"{PlatformClient.Actions}/{draft.Id}/draft/test", JsonNode.Parse(Inputs))).Body["success"]!);
    }

    private void Answer(Func<FunctionCall, string> reply) => _api.Options.Function = call => JsonNode.Parse(reply(call));

    private Task<(int Status, JsonNode Body)> RunAsync(string operation, string inputs, Action<JsonObject>? change = null)
    {
        var action = _api.AddAction(PlatformClient.Body(_integrationId, change));
        return _client.SendAsync("POST", $"{PlatformClient.Actions}/{action.Id}/{operation}", JsonNode.Parse(inputs));
    }

    private static void AssertJson(string expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
