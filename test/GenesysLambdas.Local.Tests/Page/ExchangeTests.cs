using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.Tests.Emulator;

namespace GenesysLambdas.Local.Tests.Page;

public sealed class ExchangeTests
{
    private const string Weather = "/stand-ins/weather-api/data/2.5/weather?q=S%C3%A3o%20Paulo&appid=local-weather-key";

    [Fact]
    public async Task A_call_has_its_exchange_with_the_stand_in()
    {
        await using var page = await TestPage.StartAsync();

        var (call, response) = await CallAsync(page, () => new(HttpMethod.Get, Weather) { Headers = { { "X-Other", "a" } } });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var exchange = Assert.Single(call["exchanges"]!.AsArray())!;
        Assert.Equal(("WEATHER_API", 1, "complete"), ((string?)exchange["api"], (int)exchange["attempt"]!, (string?)exchange["end"]));
        Assert.Equal(("GET", "/data/2.5/weather?q=S%C3%A3o%20Paulo&appid=••••", ""), ((string?)exchange["request"]!["method"], (string?)exchange["request"]!["url"], (string?)exchange["request"]!["body"]));
        Assert.Contains("""["X-Other","a"]""", exchange["request"]!["headers"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(200, (int)exchange["reply"]!["status"]!);
        Assert.Equal(await response.Content.ReadAsStringAsync(), (string?)exchange["reply"]!["body"]);
        Assert.Contains("""["Content-Type","application/json; charset=utf-8"]""", exchange["reply"]!["headers"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(call["timeline"]!["phases"]!.AsArray(), phase => (string?)phase!["name"] == "WEATHER_API, attempt 1" && (string?)phase["note"] == "HTTP 200");
    }

    [Theory]
    [InlineData("401", HttpStatusCode.Unauthorized)]
    [InlineData("404", HttpStatusCode.NotFound)]
    [InlineData("429", HttpStatusCode.TooManyRequests)]
    [InlineData("500", HttpStatusCode.InternalServerError)]
    public async Task An_error_status_lasts_until_it_is_reset(string fault, HttpStatusCode status)
    {
        await using var page = await TestPage.StartAsync();
        await page.DoAsync(HttpMethod.Put, "apis/WEATHER_API/fault", $$"""{"fault":"{{fault}}"}""");

        var (broken, response) = await CallAsync(page, () => new(HttpMethod.Get, Weather));
        Assert.Equal(fault, (string?)(await page.GetAsync("suite"))["apis"]![1]!["fault"]);
        await page.DoAsync(HttpMethod.Put, "apis/WEATHER_API/fault", """{"fault":"none"}""");
        var (right, _) = await CallAsync(page, () => new(HttpMethod.Get, Weather));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(fault == "429" ? "1" : "", response.Headers.RetryAfter?.ToString() ?? "");
        Assert.Equal(((int)status, 200), ((int)broken["exchanges"]![0]!["reply"]!["status"]!, (int)right["exchanges"]![0]!["reply"]!["status"]!));
    }

    [Fact]
    public async Task The_fault_garbage_is_a_web_page_with_status_200()
    {
        await using var page = await TestPage.StartAsync();
        await page.DoAsync(HttpMethod.Put, "apis/WEATHER_API/fault", """{"fault":"garbage"}""");

        var (call, response) = await CallAsync(page, () => new(HttpMethod.Get, Weather));

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("<!DOCTYPE html>", (string?)call["exchanges"]![0]!["reply"]!["body"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_off_reply_ends_in_the_middle_of_its_body()
    {
        await using var page = await TestPage.StartAsync();
        await page.DoAsync(HttpMethod.Put, "apis/WEATHER_API/fault", """{"fault":"cut-off"}""");
        using var function = new VisitingFunction(page.Emulator.Client);
        var calling = page.CallAsync();
        await function.NextAsync();

        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, page.Emulator.Emulator.Endpoint.Port);
        using var received = new StreamReader(connection.GetStream());
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {Weather} HTTP/1.1\r\nHost: localhost:{page.Emulator.Emulator.Endpoint.Port}\r\nX-Amzn-Trace-Id: {function.Trace}\r\n\r\n"));
        var sent = await received.ReadToEndAsync();
        await function.AnswerAsync();

        var exchange = (await calling)["exchanges"]![0]!;
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", sent, StringComparison.Ordinal);
        Assert.EndsWith($"\r\n\r\n{exchange["reply"]!["body"]}", sent, StringComparison.Ordinal);
        Assert.Equal(("cut off", 200), ((string?)exchange["end"], (int)exchange["reply"]!["status"]!));
        var body = (string)exchange["reply"]!["body"]!;
        var length = int.Parse(exchange["reply"]!["headers"]!.AsArray().Single(header => (string?)header![0] == "Content-Length")![1]!.ToString());
        Assert.Equal(length / 2, Encoding.UTF8.GetByteCount(body));
        Assert.StartsWith("{\"weather\":", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_API_never_replies()
    {
        await using var page = await TestPage.StartAsync();
        await page.DoAsync(HttpMethod.Put, "apis/WEATHER_API/fault", """{"fault":"slow"}""");
        using var function = new VisitingFunction(page.Emulator.Client);
        using var patience = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/page/api/calls") { Content = new StringContent("""{"lookup":"current-weather","event":{},"via":"lambda"}""") };
        var answer = page.Browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await function.NextAsync();
        var sending = function.SendAsync(new HttpRequestMessage(HttpMethod.Get, Weather), patience.Token);

        using var answered = await answer;
        using var lines = new StreamReader(await answered.Content.ReadAsStreamAsync());
        while (!(await lines.ReadLineAsync())!.Contains("\"Waiting for WEATHER_API\"", StringComparison.Ordinal))
        {
            Assert.False(sending.IsCompleted);
        }

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await function.AnswerAsync();

        var last = JsonNode.Parse((await lines.ReadToEndAsync()).Trim().Split('\n')[^1])!;
        var exchange = last["call"]!["exchanges"]![0]!;
        Assert.Equal("no reply", (string?)exchange["end"]);
        Assert.Null(exchange["reply"]);
    }

    [Fact]
    public async Task Repeating_a_request_is_another_attempt()
    {
        await using var page = await TestPage.StartAsync();
        using var function = new VisitingFunction(page.Emulator.Client);
        var calling = page.CallAsync();
        await function.NextAsync();

        foreach (var url in new[] { Weather, Weather.Replace("local-weather-key", "another", StringComparison.Ordinal), Weather.Replace("S%C3%A3o%20Paulo", "Paris", StringComparison.Ordinal) })
        {
            using var response = await function.SendAsync(new HttpRequestMessage(HttpMethod.Get, url));
        }

        await function.AnswerAsync();

        Assert.Equal(["1 200", "2 401", "1 200"], (await calling)["exchanges"]!.AsArray().Select(exchange => $"{exchange!["attempt"]} {exchange["reply"]!["status"]}"));
    }

    [Fact]
    public async Task A_fault_does_not_break_the_token_endpoint()
    {
        await using var page = await TestPage.StartAsync();
        await page.DoAsync(HttpMethod.Put, "apis/GENESYS_API/fault", """{"fault":"500"}""");
        using var function = new VisitingFunction(page.Emulator.Client, "ListInvocationsFunction");
        var calling = page.Emulator.Emulator.InvokeAsync("list-invocations", "{}"u8.ToArray());
        await function.NextAsync();

        // Token requests have no trace.
        using var token = new HttpRequestMessage(HttpMethod.Post, "/stand-ins/genesys-api/oauth/token") { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]) };
        token.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String("local-client:local-client-secret"u8));
        using var issued = await page.Emulator.Client.SendAsync(token);
        await function.AnswerAsync();
        await calling;

        var list = await page.GetAsync("calls?after=0&wait=true");
        var exchange = (await page.GetAsync($"calls/{list["calls"]![0]!["id"]}"))["exchanges"]!.AsArray().Single()!;
        Assert.Equal(HttpStatusCode.OK, issued.StatusCode);
        Assert.Equal(("/oauth/token", "grant_type=client_credentials"), ((string?)exchange["request"]!["url"], (string?)exchange["request"]!["body"]));
        Assert.Contains("\"access_token\":\"••••\"", (string?)exchange["reply"]!["body"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_outside_a_call_is_not_shown()
    {
        await using var page = await TestPage.StartAsync();

        using var response = await page.Emulator.Client.GetAsync(Weather);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty((await page.GetAsync("calls"))["calls"]!.AsArray());
    }

    [Fact]
    public async Task A_long_body_is_sent_whole_and_shown_in_part()
    {
        await using var page = await TestPage.StartAsync();
        var body = $$"""{"phoneNumber":"{{new string('1', 100_000)}}"}""";

        var (call, _) = await CallAsync(page, () => new(HttpMethod.Post, "/stand-ins/weather-api/none") { Content = new StringContent(body) });

        var shown = (string)call["exchanges"]![0]!["request"]!["body"]!;
        Assert.Equal((64 * 1024) + 1, shown.Length);
        Assert.StartsWith(shown[..^1], body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WEATHER_API", """{"fault":"flood"}""", 400, "There is no such fault. The faults are none, 401, 404, 429, 500, slow, cut-off, garbage.")]
    [InlineData("WEATHER_API", "{}", 400, """The request's body must be JSON like {"fault": ...}, nested no deeper than 64.""")]
    [InlineData("NO_API", """{"fault":"500"}""", 404, "There is no API NO_API: the APIs are GENESYS_API, WEATHER_API.")]
    public async Task Unknown_APIs_and_faults_are_refused(string api, string body, int status, string message)
    {
        await using var page = await TestPage.StartAsync();

        Assert.Equal(((HttpStatusCode)status, message), await page.SendAsync(HttpMethod.Put, $"apis/{api}/fault", body));
    }

    [Fact]
    public async Task An_API_that_is_called_directly_cannot_be_broken()
    {
        await using var page = await TestPage.StartAsync(configure: options => options with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["WEATHER_API_BASE_URL"] = "https://api.example.com" },
        });

        var (status, message) = await page.SendAsync(HttpMethod.Put, "apis/WEATHER_API/fault", """{"fault":"500"}""");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.StartsWith("The functions call WEATHER_API directly, so the page cannot change its replies: enter an address here,", message, StringComparison.Ordinal);
    }

    private static async Task<(JsonNode Call, HttpResponseMessage Response)> CallAsync(TestPage page, Func<HttpRequestMessage> request)
    {
        using var function = new VisitingFunction(page.Emulator.Client);
        var calling = page.CallAsync();
        await function.NextAsync();
        var response = await function.SendAsync(request());
        await function.AnswerAsync();
        return (await calling, response);
    }
}
