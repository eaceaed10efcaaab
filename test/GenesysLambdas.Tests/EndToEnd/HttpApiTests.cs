using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Cli;
using GenesysLambdas.Commands;
using GenesysLambdas.Commands.Terminals;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Testing.EndToEnd;

namespace GenesysLambdas.Tests.EndToEnd;

/// <summary>The local HTTP API in front of the real functions, the authorizer included.</summary>
public sealed class HttpApiTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Found = """{"inputs":{"user_id":"1"}}""";

    [Theory]
    [InlineData(Found)]
    [InlineData("""{"data":{"user_id":"999"}}""")]
    [InlineData("""{"user_id":3}""")]
    [InlineData("""{"inputs":{}}""")]
    [InlineData("not JSON")]
    public async Task A_lookup_answers_over_HTTP_as_it_does_when_it_is_invoked(string request)
    {
        var invoked = await fixture.Emulator.InvokeAsync("UserLookupFunction", Encoding.UTF8.GetBytes(request));

        using var response = await PostAsync(fixture.Emulator, request);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.Equal(Encoding.UTF8.GetString(invoked.Payload.Span), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("", 401)]
    [InlineData("Bearer", 403)]
    [InlineData("Bearer wrong", 403)]
    [InlineData("local-http-token", 403)]
    [InlineData("Basic bG9jYWwtaHR0cC10b2tlbg==", 403)]
    [InlineData("Bearer local-http-token, Bearer local-http-token", 403)]
    [InlineData("Bearer local-http-token ", 200)]
    [InlineData("bearer local-http-token", 200)]
    public async Task Only_the_token_lets_a_call_in(string? authorization, int status)
    {
        using var response = await PostAsync(fixture.Emulator, Found, authorization);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_doubled_an_oversized_and_a_non_ASCII_token_are_refused()
    {
        foreach (var tokens in new[] { ["Bearer local-http-token", "Bearer local-http-token"], ["Bearer " + new string('x', 9000)], new[] { "Bearer local-http-tok\u00E9n" } })
        {
            using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
            using var client = new HttpClient(handler);
            using var request = Request(fixture.Emulator, Found);
            request.Headers.TryAddWithoutValidation("Authorization", tokens);

            using var response = await client.SendAsync(request);

            // A server may refuse such a header before any authorizer sees it.
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.BadRequest });
        }
    }

    [Fact]
    public async Task During_a_rotation_both_tokens_are_valid_and_after_the_next_the_first_is_not()
    {
        await using var emulator = await EmulatorFixture.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("local-http-token"));

        emulator.Secrets.Put("genesys-lambdas/http-token", new SecretValue("second"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("second"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("local-http-token"));

        async Task<HttpStatusCode> StatusAsync(string token)
        {
            using var response = await PostAsync(emulator, Found, "Bearer " + token);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Fifty_callers_at_once_are_all_answered()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => PostAsync(fixture.Emulator, Found)));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        var bodies = await Task.WhenAll(responses.Select(response => response.Content.ReadAsStringAsync()));
        Assert.All(bodies, body => Assert.Equal("Ada Winter", (string?)JsonNode.Parse(body)!["result"]!["displayName"]));
    }

    [Theory]
    [InlineData("user_id=1", 0, "Ada Winter")]
    [InlineData("user_id=a/b", 2, "ValidationError")]
    [InlineData("user_id=1", 0, "Ada Winter", "--env", "HTTP_TOKEN_HEADER=X-Api-Key")]
    [InlineData("user_id=a/b", 2, "ValidationError", "--env", "HTTP_STATUS=answer")]
    public async Task Invoke_makes_the_same_call(string input, int exitCode, string expected, params string[] settings)
    {
        using var output = new StringWriter();
        var terminal = new Terminal(Stream.Null, output, Stream.Null, TextWriter.Null, CanAsk: false);

        Assert.Equal(exitCode, await new CommandLine(ThisSuite.Value, terminal, PlatformAccess.OfThisProcess()).RunAsync(["invoke", "user-lookup", input, "--http", .. settings], TestContext.Current.CancellationToken));
        Assert.Contains(expected, output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(LocalServer emulator, string body, string? authorization = "Bearer local-http-token")
    {
        using var client = new HttpClient();
        using var request = Request(emulator, body);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await client.SendAsync(request);
    }

    private static HttpRequestMessage Request(LocalServer emulator, string body) => new(HttpMethod.Post, new Uri(emulator.Endpoint, "/data-action/user-lookup"))
    {
        Content = new StringContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };
}
