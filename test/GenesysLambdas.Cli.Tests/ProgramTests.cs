using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Cli.Tests;

public class ProgramTests
{
    [Theory]
    [InlineData("user-lookup", "user_id=1", "displayName", "Ada Winter")]
    [InlineData("customer-profile", "customer_id=12345", "customer_tier", "gold")]
    [InlineData("current-weather", "city_name=Paris", "condition", "Clear sky")]
    [InlineData("customer-by-phone", "phoneNumber=+1 (555) 123-4567", "customerId", "CUST-001")]
    [InlineData("contact-by-phone", "phoneNumber=+1 (555) 123-4567", "organizationName", "Acme")]
    public async Task Invokes_a_lookup_in_its_own_process_with_its_token(string lookup, string input, string output, string expected)
    {
        using var program = new ProgramProcess("invoke", lookup, input, "--json");

        var answer = JsonNode.Parse(await program.Out.ReadToEndAsync())!;

        Assert.Equal(0, await program.WaitAsync());
        Assert.Equal(expected, (string?)answer["result"]![output]);
        Assert.Empty(await program.Error);
    }

    [Fact]
    public async Task Calls_a_real_API_with_its_secret_in_one_command()
    {
        using var api = new TcpListener(IPAddress.Loopback, 0);
        api.Start();
        using var program = new ProgramProcess(
            "invoke", "user-lookup", "user_id=7", "--json", "--env", $"USER_API_BASE_URL=http://{api.LocalEndpoint}", "--secret", "USER_API=tok-4711", "--verbose");
        using var called = await api.AcceptTcpClientAsync();
        using var reader = new StreamReader(called.GetStream());
        var request = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            request.Add(line);
        }

        const string body = """{"id":7,"name":"Ada"}""";
        await called.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        var output = await program.Out.ReadToEndAsync();

        Assert.Equal(0, await program.WaitAsync());
        Assert.Contains("Authorization: Bearer tok-4711", request);
        Assert.Equal("Ada", (string?)JsonNode.Parse(output)!["result"]!["displayName"]);
        Assert.DoesNotContain("tok-4711", output + await program.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interrupted_invocation_leaves_nothing_behind(string signal)
    {
        Assert.SkipWhen(ProgramProcess.WhyNoSignals is not null, ProgramProcess.WhyNoSignals ?? "");
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var program = new ProgramProcess(
            "invoke", "current-weather", "city_name=Paris", "--env", $"WEATHER_API_BASE_URL=http://{silent.LocalEndpoint}", "--env", "WEATHER_API_SECRET_ID=genesys-lambdas/weather-api");
        using var called = await silent.AcceptTcpClientAsync();
        Assert.Equal(1, program.CountChildren());

        await program.SignalAsync(signal);

        Assert.Equal(130, await program.WaitAsync());
        Assert.Equal(0, program.CountChildren());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Serve_picks_up_a_rotated_token_and_leaves_nothing_behind(string signal)
    {
        Assert.SkipWhen(ProgramProcess.WhyNoSignals is not null, ProgramProcess.WhyNoSignals ?? "");
        using var program = new ProgramProcess("serve", "--port", "0");
        var url = new Uri((await program.Out.ReadLineAsync())!.Split(' ')[^1]);
        using var client = new HttpClient { BaseAddress = url };

        var before = await InvokeAsync(client);
        // One call needs one process. The next call may find it not yet waiting again, and start another.
        var children = program.CountChildren();
        using var rotated = await client.SendAsync(Rotation());
        var after = await InvokeAsync(client);
        await program.SignalAsync(signal);

        Assert.Equal(1, children);
        Assert.True((bool?)before["result"]!["success"]);
        Assert.Equal(HttpStatusCode.OK, rotated.StatusCode);
        Assert.True((bool?)after["result"]!["success"]);
        Assert.Equal(0, await program.WaitAsync());
        Assert.Equal(0, program.CountChildren());
    }

    private static async Task<JsonNode> InvokeAsync(HttpClient client)
    {
        using var response = await client.PostAsync("/2015-03-31/functions/current-weather/invocations", new StringContent("""{"inputs":{"city_name":"Oslo"}}"""));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static HttpRequestMessage Rotation()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent("""{"SecretId":"genesys-lambdas/weather-api","SecretString":"rotated"}"""),
        };
        request.Headers.Add("X-Amz-Target", "secretsmanager.PutSecretValue");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + new string('0', 64));
        return request;
    }
}
