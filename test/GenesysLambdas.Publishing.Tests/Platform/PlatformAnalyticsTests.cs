using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

public sealed class PlatformAnalyticsTests : IAsyncLifetime
{
    private const string Day = "2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z";

    private PlatformApi _api = null!;
    private PlatformClient _client = null!;
    private PlatformAction _weather = null!;
    private PlatformAction _other = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await PlatformApi.StartAsync(new ManualTime());
        _client = new PlatformClient(_api);
        var integration = _api.AddIntegration("Lambda").Id;
        _weather = _api.AddAction(PlatformClient.Body(integration));
        _other = _api.AddAction(PlatformClient.Body(integration, body => body["name"] = "Other"));
        await _client.LogInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task Calls_are_counted_by_group_within_the_interval()
    {
        _api.AddExecution(_weather.Id, TimeSpan.FromMilliseconds(100));
        _api.AddExecution(_weather.Id, TimeSpan.FromMilliseconds(300));
        _api.AddExecution(_weather.Id, TimeSpan.FromSeconds(15), "504", errorType: "TIMEOUT");
        _api.AddExecution(_weather.Id, TimeSpan.FromSeconds(1), "500", errorType: null);
        _api.AddExecution(_other.Id, TimeSpan.FromSeconds(1));
        _api.AddExecution(_weather.Id, TimeSpan.FromSeconds(1), at: new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));

        var results = (await QueryAsync("""
            {"groupBy": ["actionId", "errorType"],
             "filter": {"type": "and", "clauses": [{"type": "or", "predicates": [{"dimension": "actionName", "value": "Current Weather"}]}], "predicates": [{"dimension": "responseStatus", "operator": "exists"}]}}
            """)).Body["results"]!.AsArray();

        Assert.Equal(["NONE", "TIMEOUT", null], results.Select(result => (string?)result!["group"]!["errorType"]));
        Assert.False(results[2]!["group"]!.AsObject().ContainsKey("errorType"));
        Assert.All(results, result => Assert.Equal(_weather.Id, (string?)result!["group"]!["actionId"]));
        var data = Assert.Single(results[0]!["data"]!.AsArray())!;
        Assert.Equal(Day, (string?)data["interval"]);
        Assert.Equal("""{"max":300,"min":100,"count":2,"sum":400}""", data["metrics"]![0]!["stats"]!.ToJsonString());
    }

    [Fact]
    public async Task Executions_are_counted_in_parts_of_the_interval()
    {
        _api.Options.Function = _ => new JsonObject { ["result"] = new JsonObject() };
        await _client.SendAsync("POST", $"{PlatformClient.Actions}/{_weather.Id}/execute", new JsonObject { ["city_name"] = "Paris" });
        _api.AddExecution(_weather.Id, TimeSpan.Zero, at: new(2026, 1, 1, 13, 0, 0, TimeSpan.Zero));

        var (_, answer) = await QueryAsync("""{"granularity": "PT12H"}""");

        Assert.Equal(
            ["2026-01-01T00:00:00.000Z/2026-01-01T12:00:00.000Z", "2026-01-01T12:00:00.000Z/2026-01-02T00:00:00.000Z"],
            Assert.Single(answer["results"]!.AsArray())!["data"]!.AsArray().Select(data => (string?)data!["interval"]));
    }

    [Fact]
    public async Task Without_calls_there_are_no_results()
    {
        var (status, answer) = await QueryAsync("{}");

        Assert.Equal((200, "{}"), (status, answer.ToJsonString()));
    }

    [Theory]
    [InlineData("""{"interval": "2026-01-01"}""", "interval")]
    [InlineData("""{"interval": "2026-01-02T00:00:00Z/2026-01-01T00:00:00Z"}""", "interval")]
    [InlineData("""{"interval": "1 January/2 January"}""", "interval")]
    [InlineData("""{"interval": null}""", "interval")]
    [InlineData("""{"metrics": []}""", "metrics")]
    [InlineData("""{"metrics": ["nError"]}""", "metrics")]
    [InlineData("""{"groupBy": ["queueId"]}""", "groupBy")]
    [InlineData("""{"granularity": "1 day"}""", "granularity")]
    [InlineData("""{"filter": {"predicates": []}}""", "filter.type")]
    [InlineData("""{"filter": {"type": "and", "predicates": [{"dimension": "queueId", "value": "x"}]}}""", "filter.predicates[0].dimension")]
    [InlineData("""{"filter": {"type": "and", "clauses": [{"type": "and"}]}}""", "filter.clauses[0].predicates")]
    [InlineData("""{"order": "asc"}""", "order")]
    public async Task A_query_that_is_not_the_models_is_refused_with_the_place(string members, string fieldName)
    {
        var (status, error) = await QueryAsync(members);

        Assert.Equal((400, fieldName), (status, (string?)error["details"]![0]!["fieldName"]));
    }

    private Task<(int Status, JsonNode Body)> QueryAsync(string members)
    {
        var query = new JsonObject { ["interval"] = Day, ["metrics"] = new JsonArray("tTotalExecution") };
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            query[name] = value?.DeepClone();
        }

        return _client.SendAsync("POST", "/api/v2/analytics/actions/aggregates/query", query);
    }
}
