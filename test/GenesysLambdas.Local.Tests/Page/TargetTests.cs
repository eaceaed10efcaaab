using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Local;
using GenesysLambdas.Local.Tests.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace GenesysLambdas.Local.Tests.Page;

public sealed class TargetTests
{
    private const string Path = "apis/WEATHER_API/target";

    [Fact]
    public async Task Forwards_requests_and_replies_unchanged()
    {
        await using var api = await RealApi.StartAsync(async (request, response) =>
        {
            response.StatusCode = 418;
            response.Headers["X-Reply"] = "one";
            response.Headers.Location = "/elsewhere";
            response.ContentType = "text/plain";
            await response.WriteAsync("short and stout");
        });
        await using var page = await TestPage.StartAsync();
        await page.DoAsync(HttpMethod.Put, Path, $$"""{"baseUrl":"{{api.Address}}/base/"}""");

        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var url = new Uri($"{page.Emulator.Emulator.Endpoint}stand-ins/weather-api/a%2Fb/%2e?q=%C3%A9+x&appid=k", asWritten);

        var (call, response) = await CallAsync(page, () => new(HttpMethod.Put, url) { Content = new StringContent("body", Encoding.UTF8, "text/x"), Headers = { { "X-Own", "1" }, { "Connection", "X-Hop" }, { "X-Hop", "2" } } });

        var received = Assert.Single(api.Received);
        Assert.Equal(("PUT", "/base/a%2Fb/%2e?q=%C3%A9+x&appid=k", "body"), (received.Method, received.Target, received.Body));
        Assert.Equal(("1", "text/x; charset=utf-8", new Uri(api.Address).Authority), (received.Headers["X-Own"], received.Headers["Content-Type"], received.Headers["Host"]));
        Assert.DoesNotContain("X-Hop", received.Headers.Keys);
        Assert.Equal((418, "one", "short and stout"), ((int)response.StatusCode, response.Headers.GetValues("X-Reply").Single(), await response.Content.ReadAsStringAsync()));
        var exchange = call["exchanges"]![0]!;
        Assert.Equal((api.Address + "/base", "/a%2Fb/%2e?q=%C3%A9+x&appid=••••", 418), ((string?)exchange["target"], (string?)exchange["request"]!["url"], (int)exchange["reply"]!["status"]!));
        Assert.Equal("short and stout", (string?)exchange["reply"]!["body"]);
    }

    [Fact]
    public async Task Does_not_follow_redirects()
    {
        await using var api = await RealApi.StartAsync((_, response) =>
        {
            response.Redirect("/other");
            return Task.CompletedTask;
        });
        await using var page = await TestPage.StartAsync();
        await page.DoAsync(HttpMethod.Put, Path, $$"""{"baseUrl":"{{api.Address}}"}""");

        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = page.Emulator.Emulator.Endpoint };
        using var response = await client.GetAsync("/stand-ins/weather-api/x");

        Assert.Equal((HttpStatusCode.Found, "/other"), (response.StatusCode, response.Headers.Location?.ToString()));
        Assert.Single(api.Received);
    }

    [Fact]
    public async Task An_unreachable_API_is_a_502()
    {
        string address;
        await using (var gone = await RealApi.StartAsync((_, _) => Task.CompletedTask))
        {
            address = gone.Address;
        }

        await using var page = await TestPage.StartAsync();
        await page.DoAsync(HttpMethod.Put, Path, $$"""{"baseUrl":"{{address}}"}""");

        var (call, response) = await CallAsync(page, () => new(HttpMethod.Get, "/stand-ins/weather-api/x"));

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal(502, (int)call["exchanges"]![0]!["reply"]!["status"]!);
    }

    [Fact]
    public async Task An_incomplete_reply_stays_incomplete()
    {
        await using var api = await RealApi.StartAsync(async (_, response) =>
        {
            response.ContentLength = 10;
            await response.WriteAsync("half");
        });
        await using var page = await TestPage.StartAsync();
        await page.DoAsync(HttpMethod.Put, Path, $$"""{"baseUrl":"{{api.Address}}"}""");
        using var function = new VisitingFunction(page.Emulator.Client);
        var calling = page.CallAsync();
        await function.NextAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => function.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/stand-ins/weather-api/x")));
        await function.AnswerAsync();

        var exchange = (await calling)["exchanges"]![0]!;
        Assert.Equal(("cut off", "half"), ((string?)exchange["end"], (string?)exchange["reply"]!["body"]));
    }

    [Fact]
    public async Task A_new_address_replaces_the_functions_processes()
    {
        await using var page = await TestPage.StartAsync("tells its environment");
        var before = await VariablesAsync(page);

        await page.DoAsync(HttpMethod.Put, Path, """{"baseUrl":"https://api.example.com","secret":"real-4711"}""");
        var meanwhile = await VariablesAsync(page);
        var suite = await page.GetAsync("suite");
        await page.DoAsync(HttpMethod.Delete, Path);
        var after = await VariablesAsync(page);

        var standIn = $"{page.Emulator.Emulator.Endpoint}stand-ins/weather-api";
        Assert.Equal((standIn, "genesys-lambdas/weather-api"), before);
        Assert.Equal((standIn, "genesys-lambdas/weather-api-target"), meanwhile);
        Assert.Equal(before, after);
        Assert.Equal(3, page.Emulator.ProcessIds.Distinct().Count());
        Assert.Equal(("https://api.example.com", true), ((string?)suite["apis"]![1]!["target"], (bool)suite["apis"]![1]!["secret"]!["exists"]!));
        Assert.Equal("real-4711", page.Emulator.Emulator.Secrets.Get("genesys-lambdas/weather-api-target").Version.Value.Text);
        Assert.DoesNotContain("real-4711", suite.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_API_does_not_get_the_stand_ins_secret()
    {
        await using var page = await TestPage.StartAsync("tells its environment");

        await page.DoAsync(HttpMethod.Put, Path, """{"baseUrl":"https://api.example.com"}""");

        Assert.Null((await VariablesAsync(page)).SecretId);
        Assert.Equal(HttpStatusCode.Conflict, (await page.SendAsync(HttpMethod.Post, "apis/WEATHER_API/secret/rotate")).Status);
    }

    [Fact]
    public async Task Two_APIs_can_have_real_addresses()
    {
        await using var page = await TestPage.StartAsync("tells its environment");

        await page.DoAsync(HttpMethod.Put, Path, """{"baseUrl":"https://api.example.com","secret":"real-4711"}""");
        await page.DoAsync(HttpMethod.Put, "apis/GENESYS_API/target", """{"baseUrl":"https://api.example.org"}""");

        Assert.Equal("genesys-lambdas/weather-api-target", (await VariablesAsync(page)).SecretId);
    }

    [Fact]
    public async Task A_new_address_does_not_fail_a_running_call()
    {
        await using var page = await TestPage.StartAsync("echoes");
        await page.CallAsync();

        var calls = Enumerable.Range(0, 8).Select(_ => page.CallAsync()).ToList();
        await page.DoAsync(HttpMethod.Put, Path, """{"baseUrl":"https://api.example.com"}""");

        Assert.All(await Task.WhenAll(calls), call => Assert.Null(call["functionError"]));
    }

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("ftp://api.example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("api.example.com")]
    [InlineData("/relative")]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https://user:pass@api.example.com")]
    [InlineData("https://@api.example.com")]
    [InlineData("https://api.example.com?x=1")]
    [InlineData("https://api.example.com/?")]
    [InlineData("https://api.example.com/#x")]
    [InlineData("http://127.0.0.1:PORT/stand-ins/weather-api")]
    [InlineData("http://localhost:PORT")]
    [InlineData("http://127.0.0.1.evil.example")]
    public async Task Invalid_addresses_are_refused_and_not_repeated(string address)
    {
        await using var page = await TestPage.StartAsync();
        var given = address.Replace("PORT", $"{page.Emulator.Emulator.Endpoint.Port}", StringComparison.Ordinal);

        var (status, message) = await page.SendAsync(HttpMethod.Put, Path, $$"""{"baseUrl":"{{given}}"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.DoesNotContain("pass@", message, StringComparison.Ordinal);
        Assert.Null((await page.GetAsync("suite"))["apis"]![1]!["target"]);
    }

    [Theory]
    [InlineData("https://api.example.com/base/", "https://api.example.com/base")]
    [InlineData("https://api.example.com", "https://api.example.com")]
    [InlineData("http://127.0.0.1:1", "http://127.0.0.1:1")]
    [InlineData("http://localhost:1/x", "http://localhost:1/x")]
    [InlineData("http://[::1]:1", "http://[::1]:1")]
    public async Task Trailing_slashes_are_removed(string address, string expected)
    {
        await using var page = await TestPage.StartAsync();

        await page.DoAsync(HttpMethod.Put, Path, $$"""{"baseUrl":"{{address}}"}""");

        Assert.Equal(expected, (string?)(await page.GetAsync("suite"))["apis"]![1]!["target"]);
    }

    private static async Task<(string? BaseUrl, string? SecretId)> VariablesAsync(TestPage page)
    {
        var answer = JsonNode.Parse((string)(await page.CallAsync())["answer"]!)!;
        return ((string?)answer["WEATHER_API_BASE_URL"], (string?)answer["WEATHER_API_SECRET_ID"]);
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

    /// <summary>A local API that records its requests.</summary>
    private sealed class RealApi : IAsyncDisposable
    {
        private readonly WebApplication _server;

        private RealApi(WebApplication server) => _server = server;

        public string Address => _server.Urls.Single();

        public List<(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)> Received { get; } = [];

        public static async Task<RealApi> StartAsync(Func<HttpRequest, HttpResponse, Task> answer)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.Services.AddRoutingCore();
            builder.WebHost.UseKestrelCore();
            var server = builder.Build();
            server.Urls.Add("http://127.0.0.1:0");
            var api = new RealApi(server);
            server.Run(async context =>
            {
                using var body = new StreamReader(context.Request.Body);
                var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
                api.Received.Add((context.Request.Method, target, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.Ordinal), await body.ReadToEndAsync()));
                await answer(context.Request, context.Response);
            });
            await server.StartAsync();
            return api;
        }

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}
