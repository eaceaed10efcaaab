using System.Net;
using System.Text.Json.Nodes;
using GenesysLambdas.Cli;
using GenesysLambdas.Local.Page;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.EndToEnd;

/// <summary>The page of <c>serve</c> in front of the real functions.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private const string Paris = """{"lookup":"current-weather","event":{"inputs":{"city_name":"Paris"}},"via":"lambda"}""";

    private LocalServer _emulator = null!;
    private LocalPage _page = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = LocalServer.Bind(new LocalServerOptions
        {
            Names = ThisSuite.Value.Names,
            Contracts = LookupRegistry.Contracts,
            StandIns = ThisSuite.Value.StandIns,
            Executable = ThisSuite.Value.Executable(),
            Settings = new Dictionary<string, string> { ["WEATHER_API_TIMEOUT_MS"] = "1500" },
            // Two cores may be starting several functions at once.
            Timeout = TimeSpan.FromSeconds(60),
        });
        // Its patience has no end, so every call has its log.
        _page = new LocalPage(_emulator, Repository.Path(""), new ManualTime());
        await _emulator.OpenAsync(_page.AddTo);
        _client = new HttpClient { BaseAddress = new Uri(_emulator.Endpoint, "/page/api/") };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
        _page.Dispose();
    }

    [Fact]
    public async Task A_call_shows_where_its_time_went_and_what_went_to_the_API()
    {
        var call = await CallAsync(Paris);

        Assert.Equal("success", (string?)call["summary"]!["outcome"]);
        Assert.Equal(("number", "21.5"), ((string?)Output(call, "temperature")["declared"], (string?)Output(call, "temperature")["value"]));
        var phases = call["timeline"]!["phases"]!.AsArray().Select(phase => (string)phase!["kind"]!).ToList();
        Assert.Equal(("init", "function"), (phases[0], phases[^1]));
        Assert.Contains("api", phases);
        var exchange = Assert.Single(call["exchanges"]!.AsArray())!;
        Assert.Equal("/data/2.5/weather?q=Paris&units=metric&appid=••••", (string?)exchange["request"]!["url"]);
        Assert.Contains(call["metrics"]!.AsArray(), metric => (string?)metric!["name"] == "ExternalApiDuration");
        Assert.StartsWith("success 200, 1 attempt, ", (string?)Assert.Single(call["log"]!.AsArray())!["readable"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_that_fails_is_called_again_and_then_the_answer_says_so()
    {
        await DoAsync(HttpMethod.Put, "apis/WEATHER_API/fault", """{"fault":"500"}""");

        var call = await CallAsync(Paris.Replace("lambda", "http", StringComparison.Ordinal));

        Assert.Equal(["500", "500", "500"], Statuses(call));
        Assert.Equal(("failure", "ExternalApiError"), ((string?)call["summary"]!["outcome"], (string?)call["summary"]!["errorCode"]));
        Assert.Equal(2, call["timeline"]!["phases"]!.AsArray().Count(phase => (string?)phase!["kind"] == "wait"));
        Assert.Equal(200, (int)call["http"]!["status"]!);
    }

    [Theory]
    [InlineData("401", "failure", "ExternalApiUnauthorized")]
    [InlineData("404", "success", "")]
    [InlineData("429", "failure", "ExternalApiThrottled")]
    [InlineData("cut-off", "failure", "ExternalApiError")]
    [InlineData("garbage", "failure", "ExternalApiError")]
    [InlineData("slow", "failure", "ExternalApiTimeout")]
    public async Task Each_fault_is_one_that_the_functions_have_an_answer_to(string fault, string outcome, string errorCode)
    {
        await DoAsync(HttpMethod.Put, "apis/WEATHER_API/fault", $$"""{"fault":"{{fault}}"}""");

        var call = await CallAsync(Paris);

        Assert.Equal((outcome, errorCode), ((string?)call["summary"]!["outcome"], (string?)call["summary"]!["errorCode"]));
        Assert.NotEmpty(call["exchanges"]!.AsArray());
    }

    [Fact]
    public async Task A_rotated_secret_heals_within_the_call()
    {
        Assert.Equal(["200"], Statuses(await CallAsync(Paris)));

        await DoAsync(HttpMethod.Post, "apis/WEATHER_API/secret/rotate");
        var call = await CallAsync(Paris);

        Assert.Equal(["401", "200"], Statuses(call));
        Assert.Equal("success", (string?)call["summary"]!["outcome"]);
        Assert.Contains(call["timeline"]!["phases"]!.AsArray(), phase => (string?)phase!["kind"] == "secret");
    }

    [Fact]
    public async Task A_killed_function_starts_again_for_the_next_call()
    {
        await CallAsync(Paris);

        using var killed = await _client.PostAsync("lookups/current-weather/kill", content: null);
        var call = await CallAsync(Paris);

        Assert.Equal("""{"killed":1}""", await killed.Content.ReadAsStringAsync());
        Assert.Equal(("success", "init"), ((string?)call["summary"]!["outcome"], (string?)call["timeline"]!["phases"]![0]!["kind"]));
    }

    [Fact]
    public async Task A_token_that_the_function_asks_for_is_an_exchange_of_the_call()
    {
        var call = await CallAsync("""{"lookup":"contact-by-phone","event":{"phoneNumber":"+4930901820"},"via":"lambda"}""");

        Assert.Equal(["/oauth/token", "/api/v2/externalcontacts/reversewhitepageslookup"], call["exchanges"]!.AsArray().Select(exchange => ((string)exchange!["request"]!["url"]!).Split('?')[0]));
        Assert.Equal("flat", (string?)call["dialect"]);
        Assert.DoesNotContain("local-client", call.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_sample_of_the_repository_matches_the_contract()
    {
        var suite = JsonNode.Parse(await _client.GetStringAsync("suite"))!;
        foreach (var lookup in suite["lookups"]!.AsArray())
        {
            Assert.NotEmpty(lookup!["requests"]!.AsArray());
            foreach (var name in lookup["requests"]!.AsArray())
            {
                var sample = await _client.GetStringAsync($"lookups/{lookup["name"]}/requests/{name}");
                var call = await CallAsync($$"""{"lookup":"{{lookup["name"]}}","event":{{sample}},"via":"lambda"}""");

                Assert.Null(call["actionError"]);
                Assert.All(call["outputs"]!.AsArray(), output => Assert.Null(output!["problem"]));
            }
        }
    }

    private async Task<JsonNode> CallAsync(string request)
    {
        using var response = await _client.PostAsync("calls", new StringContent(request));
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return JsonNode.Parse(lines[^1])!["call"] ?? throw new InvalidOperationException(lines[^1]);
    }

    private async Task DoAsync(HttpMethod method, string path, string body = "")
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body) };
        using var response = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private static IEnumerable<string> Statuses(JsonNode call) => call["exchanges"]!.AsArray().Select(exchange => exchange!["reply"]!["status"]!.ToString());

    private static JsonNode Output(JsonNode call, string name) => call["outputs"]!.AsArray().Single(output => (string?)output!["name"] == name)!;
}
