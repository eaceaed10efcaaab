using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.HttpApi;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Local.Tests.Emulator;

namespace GenesysLambdas.Local.Tests.Page;

public class CallsApiTests
{
    private const string Paris = """{"inputs":{"city_name":"Paris"}}""";

    [Fact]
    public async Task A_call_reports_progress_and_ends_with_its_details()
    {
        await using var page = await TestPage.StartAsync("succeeds");

        var lines = await page.RunAsync(Paris);

        Assert.Equal(("starting", "Starting the function"), ((string?)lines[0]["progress"], (string?)lines[0]["text"]));
        var call = lines[^1]["call"]!;
        Assert.Equal(
            (1, "current-weather", "CurrentWeatherFunction", "lambda", "page", "inputs"),
            ((int)call["number"]!, (string?)call["lookup"], (string?)call["function"], (string?)call["via"], (string?)call["source"], (string?)call["dialect"]));
        Assert.Equal((Paris, """{"city_name":"Paris"}"""), (call["event"]!.ToJsonString(), call["inputs"]!.ToJsonString()));
        Assert.StartsWith("""{"result":{"temperature":21.5,""", (string?)call["answer"], StringComparison.Ordinal);
        Assert.Equal("""{"outcome":"success","statusCode":200,"errorCode":"","errorMessage":""}""", call["summary"]!.ToJsonString());
        Assert.Equal(
            """{"name":"temperature","declared":"number","type":"number","value":"21.5","json":21.5,"problem":null,"note":""}""", call["outputs"]![0]!.ToJsonString());
        Assert.All(call["outputs"]!.AsArray(), output => Assert.Null(output!["problem"]));
        Assert.Equal(("Cold start", "Function"), ((string?)call["timeline"]!["phases"]![0]!["name"], (string?)call["timeline"]!["phases"]![1]!["name"]));
        Assert.Contains(call["log"]!.AsArray(), line => (string?)line!["text"] == $"got {Paris}");
        Assert.Null(call["functionError"] ?? call["http"] ?? call["actionError"]);
        Assert.Equal(call.ToJsonString(), (await page.GetAsync($"calls/{call["id"]}")).ToJsonString());
    }

    [Fact]
    public async Task Waits_for_the_log_line_with_the_metrics()
    {
        // The fake clock never reaches the limit.
        await using var page = await TestPage.StartAsync("tells its metrics", options => options with { MaxProcesses = 1 }, new ManualTime());

        // One process serves both events.
        foreach (var call in await Task.WhenAll(page.CallAsync(), page.CallAsync(), page.CallAsync()))
        {
            Assert.Equal(
                """[{"name":"Duration","value":12.25,"unit":"Milliseconds"},{"name":"Success","value":1,"unit":"Count"}]""", call["metrics"]!.ToJsonString());
            var line = Assert.Single(call["log"]!.AsArray(), line => line!["json"] is not null);
            Assert.Equal((string?)call["id"], (string?)line!["json"]!["requestId"]);
            Assert.Equal("success 200, 1 attempt, 12 ms", (string?)line["readable"]);
            Assert.Contains(call["timeline"]!["phases"]!.AsArray(), phase => (string?)phase!["kind"] == "secret");
        }
    }

    [Fact]
    public async Task A_late_log_line_belongs_to_its_own_call()
    {
        var time = new ManualTime();
        await using var page = await TestPage.StartAsync("tells its metrics with the next event", options => options with { MaxProcesses = 1 }, time);
        var first = page.CallAsync();
        await time.SomeoneWaitsAsync(TimeSpan.FromMilliseconds(250));

        var second = page.CallAsync();

        Assert.Equal(2, (await first)["metrics"]!.AsArray().Count);
        time.Advance(TimeSpan.FromMilliseconds(250));
        await time.PassUntilAsync(second);
        Assert.Empty((await second)["metrics"]!.AsArray());
    }

    [Fact]
    public async Task Waits_250_ms_for_a_missing_log_line()
    {
        var time = new ManualTime();
        await using var page = await TestPage.StartAsync("succeeds", time: time);
        var calling = page.CallAsync();

        await time.SomeoneWaitsAsync(TimeSpan.FromMilliseconds(250));
        Assert.False(calling.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(250));

        Assert.Empty((await calling)["metrics"]!.AsArray());
    }

    [Fact]
    public async Task Long_polling_ends_after_25_seconds()
    {
        var time = new ManualTime();
        await using var page = await TestPage.StartAsync(time: time);
        var waiting = page.GetAsync("calls?after=0&wait=true");

        await time.SomeoneWaitsAsync(TimeSpan.FromSeconds(25));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(25));

        Assert.Empty((await waiting)["calls"]!.AsArray());
    }

    [Fact]
    public async Task Long_polling_does_not_delay_shutdown()
    {
        var time = new ManualTime();
        var page = await TestPage.StartAsync(time: time);
        var waiting = page.GetAsync("calls?after=0&wait=true");
        await time.SomeoneWaitsAsync(TimeSpan.FromSeconds(25));

        await page.Emulator.DisposeAsync();

        Assert.Empty((await waiting)["calls"]!.AsArray());
        await page.DisposeAsync();
    }

    [Fact]
    public async Task A_call_over_HTTP_goes_through_the_authorizer()
    {
        await using var page = await TestPage.StartAsync("lets in and refuses");

        var call = await page.CallAsync("""{"data":{"city_name":"Paris"}}""", "http");

        Assert.Equal(("http", "http", "page"), ((string?)call["via"], (string?)call["dialect"], (string?)call["source"]));
        Assert.Equal("2.0", (string?)call["event"]!["version"]);
        Assert.Equal("""{"city_name":"Paris"}""", call["inputs"]!.ToJsonString());
        Assert.Equal("""{"status":400,"headers":{"content-type":"application/json"},"body":"{\u0022errorCode\u0022:\u0022No\u0022}"}""", call["http"]!.ToJsonString());
        Assert.Equal("The HTTP API answered 400, so the data action fails.", (string?)call["actionError"]);
        Assert.DoesNotContain("local-http-token", call.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_over_HTTP_can_use_a_JWT()
    {
        using var issuer = new LocalIssuer("genesys-lambdas");
        await using var page = await TestPage.StartAsync("lets in", options => options with { JwtIssuer = issuer });

        var call = await page.CallAsync(Paris, "http");

        Assert.Equal("Bearer ••••", (string?)call["event"]!["headers"]!["authorization"]);
    }

    [Fact]
    public async Task A_call_over_HTTP_uses_the_current_token()
    {
        await using var page = await TestPage.StartAsync("lets in", options => options with
        {
            Settings = new Dictionary<string, string>(options.Settings, StringComparer.Ordinal) { ["HTTP_TOKEN_HEADER"] = "X-Custom-Auth" },
        });
        page.Emulator.Emulator.Secrets.Put("genesys-lambdas/http-token", new SecretValue("next-token"));

        var call = await page.CallAsync(Paris, "http");

        // The fake authorizer returns its event.
        Assert.Equal("••••", (string?)call["event"]!["headers"]!["x-custom-auth"]);
        Assert.DoesNotContain("next-token", call.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_the_authorizer_refuses_says_what_to_do()
    {
        await using var page = await TestPage.StartAsync("keeps out");

        var last = (await page.RunAsync(Paris, "http"))[^1];

        Assert.Equal(
            "The HTTP API answered 403 before the call reached the function: check the secret genesys-lambdas/http-token and the authorizer's log in the terminal.",
            (string?)last["error"]!["message"]);
        Assert.Empty((await page.GetAsync("calls"))["calls"]!.AsArray());
    }

    [Fact]
    public async Task A_function_that_dies_fails_the_data_action()
    {
        await using var page = await TestPage.StartAsync("dies with its event");

        var call = await page.CallAsync();

        Assert.Equal(("Unhandled", "no-answer", "Runtime.ExitError"), ((string?)call["functionError"], (string?)call["summary"]!["outcome"], (string?)call["summary"]!["errorCode"]));
        Assert.EndsWith("Runtime exited with error: exit status 7", (string?)call["summary"]!["errorMessage"], StringComparison.Ordinal);
        Assert.Equal("The function failed, so the data action fails.", (string?)call["actionError"]);
        Assert.Empty(call["outputs"]!.AsArray());
    }

    [Fact]
    public async Task A_function_that_cannot_start_says_why()
    {
        await using var page = await TestPage.StartAsync("echoes", options => options with { Executable = new FunctionExecutable("/no/such/program", []) });

        var call = await page.CallAsync();

        Assert.Equal("no-answer", (string?)call["summary"]!["outcome"]);
        Assert.Contains("/no/such/program", (string?)call["summary"]!["errorMessage"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"lookup":"nothing","event":{},"via":"lambda"}""", 404, "There is no lookup nothing: the lookups are current-weather, list-invocations.")]
    [InlineData("""{"lookup":"current-weather","event":{},"via":"mail"}""", 400, "via must be lambda or http.")]
    [InlineData("""{"lookup":"current-weather"}""", 400, """The request's body must be JSON like {"lookup": ..., "event": ..., "via": ...}, nested no deeper than 64.""")]
    [InlineData("""{"lookup":null,"event":{},"via":"lambda"}""", 400, """The request's body must be JSON like {"lookup": ..., "event": ..., "via": ...}, nested no deeper than 64.""")]
    [InlineData("""{"lookup":"current-weather","event":{},"via":"lambda","more":1}""", 400, """The request's body must be JSON like {"lookup": ..., "event": ..., "via": ...}, nested no deeper than 64.""")]
    [InlineData("null", 400, """The request's body must be JSON like {"lookup": ..., "event": ..., "via": ...}, nested no deeper than 64.""")]
    [InlineData("[", 400, """The request's body must be JSON like {"lookup": ..., "event": ..., "via": ...}, nested no deeper than 64.""")]
    public async Task Unknown_lookups_and_routes_are_refused(string body, int status, string message)
    {
        await using var page = await TestPage.StartAsync("echoes");

        Assert.Equal(((HttpStatusCode)status, message), await page.SendAsync(HttpMethod.Post, "calls", body));
        Assert.Empty(page.Emulator.Log);
    }

    [Fact]
    public async Task An_event_over_6_MB_is_refused()
    {
        await using var page = await TestPage.StartAsync("echoes");

        var (status, _) = await page.SendAsync(HttpMethod.Post, "calls", $$"""{"lookup":"current-weather","event":"{{new string('x', 6 * 1024 * 1024)}}","via":"lambda"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""[{"a":[]}]""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{ "a" :  1.50 }""")]
    public async Task An_event_reaches_the_function_unchanged(string json)
    {
        await using var page = await TestPage.StartAsync("echoes");

        var call = await page.CallAsync(json);

        Assert.Equal(json, (string?)call["answer"]);
    }

    [Theory]
    [InlineData("""{"inputs":{"city_name":"\ud800"}}""")]
    [InlineData("""{"\udfff":1}""")]
    public async Task A_call_with_invalid_Unicode_is_shown(string json)
    {
        await using var page = await TestPage.StartAsync("echoes");

        using var answered = await page.Emulator.Client.PostAsync("/2015-03-31/functions/current-weather/invocations", new StringContent(json));
        var call = await NewestAsync(page);

        Assert.Equal((json, json), ((string?)call["event"], (string?)call["answer"]));
        Assert.StartsWith("The data action fails", (string?)call["actionError"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_nested_too_deeply_is_refused()
    {
        await using var page = await TestPage.StartAsync("echoes");
        var json = new string('[', 65) + new string(']', 65);

        using var answered = await page.Emulator.Client.PostAsync("/2015-03-31/functions/current-weather/invocations", new StringContent(json));

        Assert.Equal(HttpStatusCode.BadRequest, answered.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SendAsync(HttpMethod.Post, "calls", $$"""{"lookup":"current-weather","event":{{json}},"via":"lambda"}""")).Status);
    }

    [Fact]
    public async Task An_event_nested_64_levels_is_shown_as_JSON()
    {
        await using var page = await TestPage.StartAsync("echoes");
        var json = new string('[', 64) + new string(']', 64);

        using var request = new StringContent($$"""{"lookup":"current-weather","event":{{json}},"via":"lambda"}""", Encoding.UTF8, "application/json");
        using var response = await page.Browser.PostAsync("/page/api/calls", request);

        Assert.Contains($"\"event\":{json}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_from_other_programs_are_listed()
    {
        await using var page = await TestPage.StartAsync("lets in");
        var first = page.GetAsync("calls?after=0&wait=true");
        Assert.False(first.IsCompleted);

        using var invoked = await page.Emulator.Client.PostAsync("/2015-03-31/functions/current-weather/invocations", new StringContent(Paris));
        var newest = (await first)["calls"]!.AsArray();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/data-action/current-weather") { Content = new StringContent(Paris, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer x");
        using var posted = await page.Emulator.Client.SendAsync(request);
        var second = (await page.GetAsync("calls?after=1&wait=true"))["calls"]!.AsArray();

        Assert.Equal((1, "lambda", "invoke"), ((int)newest.Single()!["number"]!, (string?)newest[0]!["via"], (string?)newest[0]!["source"]));
        Assert.Equal((2, "http", "invoke"), ((int)second.Single()!["number"]!, (string?)second[0]!["via"], (string?)second[0]!["source"]));
        Assert.Equal(["2", "1"], (await page.GetAsync("calls"))["calls"]!.AsArray().Select(call => call!["number"]!.ToString()));
    }

    [Fact]
    public async Task Keeps_the_newest_200_calls()
    {
        await using var page = await TestPage.StartAsync("echoes", options => options with { MaxProcesses = 1 });
        var oldest = await page.CallAsync();

        await Task.WhenAll(Enumerable.Range(0, 205).Select(_ => page.Emulator.InvokeAsync("1")));
        while ((int)(await page.GetAsync("calls?after=0&wait=true"))["calls"]![0]!["number"]! < 206)
        {
            await Task.Delay(20);
        }

        var numbers = (await page.GetAsync("calls"))["calls"]!.AsArray().Select(call => (int)call!["number"]!);
        Assert.Equal(Enumerable.Range(7, 200).Reverse(), numbers);
        Assert.Equal((HttpStatusCode.NotFound, "That call is no longer available: run it again."), await page.SendAsync(HttpMethod.Get, $"calls/{oldest["id"]}"));
    }

    [Fact]
    public async Task The_parameter_after_must_be_a_number()
    {
        await using var page = await TestPage.StartAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "after must be the number of a call."), await page.SendAsync(HttpMethod.Get, "calls?after=x"));
    }

    [Fact]
    public async Task Closing_the_page_does_not_end_a_call()
    {
        await using var page = await TestPage.StartAsync();
        using var function = new VisitingFunction(page.Emulator.Client);
        using var closed = new CancellationTokenSource();
        var calling = page.Browser.PostAsync("/page/api/calls", new StringContent($$"""{"lookup":"current-weather","event":{{Paris}},"via":"lambda"}"""), closed.Token);
        await function.NextAsync();

        await closed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calling);
        await function.AnswerAsync();

        Assert.Equal("page", (string?)(await NewestAsync(page))["source"]);
    }

    private static async Task<JsonNode> NewestAsync(TestPage page)
    {
        var newest = (await page.GetAsync("calls?after=0&wait=true"))["calls"]![0]!;
        return await page.GetAsync($"calls/{newest["id"]}");
    }
}
