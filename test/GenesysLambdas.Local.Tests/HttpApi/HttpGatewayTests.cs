using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Local.Tests.HttpApi;

public sealed class HttpGatewayTests
{
    private const string Path = "/data-action/current-weather";

    [Fact]
    public async Task The_function_gets_an_event_of_payload_format_2_0()
    {
        await using var emulator = await TestEmulator.StartAsync("lets in");

        var (response, answer) = await PostAsync(emulator, $"{Path}?b=2&a=x%20y", """{"inputs":{"city_name":"Zürich"}}""", request =>
        {
            request.Headers.Add("X-Correlation-Id", "c1");
            request.Headers.Add("Cookie", "a=1; b=2");
        });

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var json = JsonNode.Parse(answer)!;
        var context = json["requestContext"]!;
        Assert.Equal(("2.0", $"POST {Path}", Path, "b=2&a=x%20y"), ((string?)json["version"], (string?)json["routeKey"], (string?)json["rawPath"], (string?)json["rawQueryString"]));
        Assert.Equal(("c1", "x y", "a=1,b=2"), ((string?)json["headers"]!["x-correlation-id"], (string?)json["queryStringParameters"]!["a"], string.Join(',', json["cookies"]!.AsArray().Select(cookie => (string?)cookie))));
        Assert.Null(json["headers"]!["cookie"]);
        Assert.Equal(("""{"inputs":{"city_name":"Zürich"}}""", false), ((string?)json["body"], (bool)json["isBase64Encoded"]!));
        Assert.Equal(("POST", Path, "$default", "127.0.0.1"), ((string?)context["http"]!["method"], (string?)context["http"]!["path"], (string?)context["stage"], (string?)context["http"]!["sourceIp"]));
        Assert.Equal(response.Headers.GetValues("apigw-requestid").Single(), (string?)context["requestId"]);
        Assert.EndsWith("=", (string?)context["requestId"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", false)]
    [InlineData("Application/JSON; charset=utf-8", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/vnd.api+json", true)]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData(null, true)]
    public async Task A_binary_body_is_base64(string? contentType, bool isBase64)
    {
        await using var emulator = await TestEmulator.StartAsync("lets in");

        var (_, answer) = await PostAsync(emulator, Path, "{}", contentType: contentType);

        var json = JsonNode.Parse(answer)!;
        Assert.Equal((isBase64, isBase64 ? "e30=" : "{}"), ((bool)json["isBase64Encoded"]!, (string?)json["body"]));
    }

    [Fact]
    public async Task An_event_without_a_body_has_none()
    {
        await using var emulator = await TestEmulator.StartAsync("lets in");

        var (_, answer) = await PostAsync(emulator, Path, "");

        Assert.False(JsonNode.Parse(answer)!.AsObject().ContainsKey("body"));
    }

    [Fact]
    public async Task The_function_sets_status_headers_and_body()
    {
        await using var emulator = await TestEmulator.StartAsync("lets in and refuses");

        var (response, answer) = await PostAsync(emulator, Path, "{}");

        Assert.Equal((HttpStatusCode.BadRequest, "application/json", """{"errorCode":"No"}"""), (response.StatusCode, response.Content.Headers.ContentType?.ToString(), answer));
    }

    [Theory]
    [InlineData("lets in", null, 401, "Unauthorized")]
    [InlineData("lets in", "", 401, "Unauthorized")]
    [InlineData("keeps out", "Bearer x", 403, "Forbidden")]
    [InlineData("succeeds", "Bearer x", 500, "Internal Server Error")] // The authorizer's answer is not a decision.
    [InlineData("fails", "Bearer x", 500, "Internal Server Error")]
    [InlineData("answers no object", "Bearer x", 500, "Internal Server Error")]
    [InlineData("lets in and answers badly", "Bearer x", 500, "Internal Server Error")]
    public async Task Refusals_and_failures_look_like_API_Gateways(string behaviour, string? authorization, int status, string message)
    {
        await using var emulator = await TestEmulator.StartAsync(behaviour);

        var (response, answer) = await PostAsync(emulator, Path, "{}", authorization: authorization);

        Assert.Equal((status, $$"""{"message":"{{message}}"}"""), ((int)response.StatusCode, answer));
    }

    [Theory]
    [InlineData("GET", Path)]
    [InlineData("PUT", Path)]
    [InlineData("POST", "/data-action/CurrentWeatherFunction")]
    [InlineData("POST", "/data-action/unknown")]
    [InlineData("POST", "/data-action")]
    [InlineData("POST", "/data-action/current-weather/more")]
    public async Task A_missing_route_is_a_404(string method, string path)
    {
        await using var emulator = await TestEmulator.StartAsync("lets in");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await emulator.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotFound, """{"message":"Not Found"}"""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_body_over_6_MB_is_refused()
    {
        await using var emulator = await TestEmulator.StartAsync("lets in");

        var (response, answer) = await PostAsync(emulator, Path, new string(' ', (6 * 1024 * 1024) + 1));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, """{"message":"Request Entity Too Large"}"""), (response.StatusCode, answer));
    }

    [Fact]
    public async Task The_token_can_have_its_own_header()
    {
        await using var emulator = await TestEmulator.StartAsync("lets in", options => options with
        {
            Settings = new Dictionary<string, string>(options.Settings, StringComparer.Ordinal) { ["HTTP_TOKEN_HEADER"] = "X-Token" },
        });

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(emulator, Path, "{}")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(emulator, Path, "{}", request => request.Headers.Add("x-token", "t"), authorization: null)).Response.StatusCode);
    }

    [Fact]
    public async Task Web_pages_cannot_call()
    {
        await using var emulator = await TestEmulator.StartAsync("lets in");

        var (response, _) = await PostAsync(emulator, Path, "{}", request => request.Headers.Add("Origin", "https://evil.example"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(emulator.Log);
    }

    private static async Task<(HttpResponseMessage Response, string Answer)> PostAsync(
        TestEmulator emulator, string path, string body, Action<HttpRequestMessage>? configure = null, string? contentType = "application/json", string? authorization = "Bearer x")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        configure?.Invoke(request);
        var response = await emulator.Client.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }
}
