using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Local.Tests.Emulator;

public class InvokeApiTests
{
    private const string Weather = "/2015-03-31/functions/CurrentWeatherFunction/invocations";

    [Theory]
    [InlineData("CurrentWeatherFunction")]
    [InlineData("current-weather")]
    [InlineData("CurrentWeatherFunction:$LATEST")]
    [InlineData("genesys-lambdas-current-weather")]
    [InlineData("a-current-weather")]
    [InlineData("000000000000:function:genesys-lambdas-prod-current-weather")]
    [InlineData("function:genesys-lambdas-current-weather")]
    [InlineData("arn:aws:lambda:eu-central-1:123456789012:function:genesys-lambdas-current-weather:$LATEST")]
    [InlineData("000000000000:function:CurrentWeatherFunction")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:CurrentWeatherFunction")]
    public async Task A_function_is_invoked_by_any_of_its_names(string name)
    {
        await using var emulator = await TestEmulator.StartAsync("echoes");

        using var response = await PostAsync(emulator, $"/2015-03-31/functions/{Uri.EscapeDataString(name)}/invocations", "[1]");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("[1]", await response.Content.ReadAsStringAsync());
        Assert.Equal("$LATEST", response.Headers.GetValues("X-Amz-Executed-Version").Single());
        Assert.False(response.Headers.Contains("X-Amz-Function-Error"));
    }

    [Theory]
    [InlineData("genesys-lambdas-current-weather:live", "", "$LATEST", "genesys-lambdas-current-weather:live")]
    [InlineData("genesys-lambdas-current-weather", "?Qualifier=live", "$LATEST", "genesys-lambdas-current-weather:live")]
    [InlineData("current-weather:live", "?Qualifier=live", "$LATEST", "CurrentWeatherFunction:live")]
    [InlineData("CurrentWeatherFunction:7", "", "7", "CurrentWeatherFunction:7")]
    [InlineData("CurrentWeatherFunction", "?Qualifier=%24LATEST", "$LATEST", "CurrentWeatherFunction:$LATEST")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:genesys-lambdas-current-weather:blue_2", "", "$LATEST", "genesys-lambdas-current-weather:blue_2")]
    public async Task A_function_has_every_version_and_alias(string name, string query, string version, string arn)
    {
        await using var emulator = await TestEmulator.StartAsync();
        using var function = new VisitingFunction(emulator.Client);

        var invoking = PostAsync(emulator, $"/2015-03-31/functions/{Uri.EscapeDataString(name)}/invocations{query}", "[1]");
        await function.NextAsync();
        await function.AnswerAsync("2");
        using var response = await invoking;

        Assert.Equal((HttpStatusCode.OK, "2"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal(version, response.Headers.GetValues("X-Amz-Executed-Version").Single());
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:" + arn, function.Arn);
    }

    [Fact]
    public async Task The_longest_matching_name_wins()
    {
        var weather = TestContracts.Weather;
        await using var emulator = await TestEmulator.StartAsync(configure: options => options with
        {
            Contracts = [weather with { Name = "weather", Function = "Short" }, weather with { Name = "current-weather", Function = "Long" }],
        });
        using var function = new VisitingFunction(emulator.Client, "Long");

        var invoking = PostAsync(emulator, "/2015-03-31/functions/prod-current-weather/invocations", "{}");
        await function.NextAsync();
        await function.AnswerAsync("1");
        using var response = await invoking;

        Assert.Equal("1", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_function_error_is_200_with_a_header()
    {
        await using var emulator = await TestEmulator.StartAsync("fails");

        using var response = await PostAsync(emulator, Weather, "{}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Unhandled", response.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Equal("Oops", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errorType"]);
    }

    [Fact]
    public async Task An_empty_payload_is_an_empty_object()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes");

        using var response = await PostAsync(emulator, Weather, "");

        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_asynchronous_event_is_accepted_at_once()
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var response = await PostAsync(emulator, Weather, "5", ("X-Amz-Invocation-Type", "Event"));
        using var next = await emulator.Client.GetAsync("/CurrentWeatherFunction/2018-06-01/runtime/invocation/next");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("5", await next.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_dry_run_runs_nothing()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes");

        using var response = await PostAsync(emulator, Weather, "1", ("X-Amz-Invocation-Type", "DryRun"));
        var next = await emulator.InvokeAsync("2");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.NotNull(next.InitDuration);
        Assert.DoesNotContain("got 1", emulator.Log);
    }

    [Fact]
    public async Task Returns_the_end_of_the_log_on_request()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes");

        using var response = await PostAsync(emulator, Weather, $"\"{new string('x', 5000)}\"", ("X-Amz-Log-Type", "Tail"));
        using var second = await PostAsync(emulator, Weather, "\"short\"", ("X-Amz-Log-Type", "Tail"));

        var log = Convert.FromBase64String(response.Headers.GetValues("X-Amz-Log-Result").Single());
        Assert.Equal(4096, log.Length);
        Assert.Contains("Init Duration", Encoding.UTF8.GetString(log), StringComparison.Ordinal);
        var lines = Encoding.UTF8.GetString(Convert.FromBase64String(second.Headers.GetValues("X-Amz-Log-Result").Single())).Split('\n');
        Assert.StartsWith("START RequestId: ", lines[0], StringComparison.Ordinal);
        Assert.Equal("got \"short\"", lines[1]);
        Assert.StartsWith("END RequestId: ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("REPORT RequestId: ", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_context_reaches_the_function()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var context = Convert.ToBase64String(Encoding.UTF8.GetBytes("{\n \"custom\": {\"a\": \"é\"}}"));

        using var response = await PostAsync(emulator, Weather, "{}", ("X-Amz-Invocation-Type", "Event"), ("X-Amz-Client-Context", context));
        using var next = await emulator.Client.GetAsync("/CurrentWeatherFunction/2018-06-01/runtime/invocation/next");

        Assert.Equal("""{"custom":{"a":"\u00E9"}}""", next.Headers.GetValues("Lambda-Runtime-Client-Context").Single());
    }

    [Theory]
    [InlineData("/2015-03-31/functions/NoFunction/invocations", 404, "ResourceNotFoundException")]
    [InlineData("/2015-03-31/functions/NoFunction:live/invocations", 404, "ResourceNotFoundException")]
    [InlineData("/2015-03-31/functions/-current-weather/invocations", 404, "ResourceNotFoundException")]
    [InlineData("/2015-03-31/functions/1-current-weather/invocations", 404, "ResourceNotFoundException")]
    [InlineData("/2015-03-31/functions/a_b-current-weather/invocations", 404, "ResourceNotFoundException")]
    [InlineData("/2015-03-31/functions/genesys-lambdas-CurrentWeatherFunction/invocations", 404, "ResourceNotFoundException")]
    [InlineData("/2015-03-31/functions/genesys-lambdas-current-weather-2/invocations", 404, "ResourceNotFoundException")]
    [InlineData("/2015-03-31/functions/a-stack-whose-name-leaves-no-room-for-the-lookups-current-weather/invocations", 400, "InvalidParameterValueException")]
    [InlineData("/2015-03-31/functions/current-weather:live/invocations?Qualifier=blue", 400, "InvalidParameterValueException")]
    [InlineData("/2015-03-31/functions/current-weather/invocations?Qualifier=", 400, "InvalidParameterValueException")]
    [InlineData("/2015-03-31/functions/current-weather/invocations?Qualifier=a%20b", 400, "InvalidParameterValueException")]
    [InlineData("/2015-03-31/functions/current-weather:live/invocations?Qualifier=%24LATEST", 400, "InvalidParameterValueException")]
    [InlineData("/2015-03-31/functions/a%20b/invocations", 400, "InvalidParameterValueException")]
    public async Task Unknown_functions_get_Lambdas_errors(string path, int status, string type)
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var response = await PostAsync(emulator, path, "{}");

        await AssertErrorAsync(response, status, type);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"a\":1} x")]
    [InlineData("\u0000")]
    public async Task A_payload_that_is_not_JSON_is_refused(string payload)
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var response = await PostAsync(emulator, Weather, payload);

        await AssertErrorAsync(response, 400, "InvalidRequestContentException");
    }

    [Fact]
    public async Task A_payload_can_be_nested_64_levels()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes");
        var payload = new string('[', 64) + new string(']', 64);

        using var response = await PostAsync(emulator, Weather, payload);
        using var refused = await PostAsync(emulator, Weather, $"[{payload}]");

        Assert.Equal(payload, await response.Content.ReadAsStringAsync());
        await AssertErrorAsync(refused, 400, "InvalidRequestContentException");
        Assert.Contains("nested more than 64 levels deep", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // Reading 6 MB of brackets used to take minutes.
    [Fact]
    public async Task A_deeply_nested_payload_is_refused_quickly()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        using var response = await emulator.Client.PostAsync(Weather, new StringContent(new string('[', 3_000_000) + new string(']', 3_000_000)), patience.Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_payload_over_6_MB_is_refused()
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var response = await PostAsync(emulator, Weather, $"\"{new string('x', 6 * 1024 * 1024)}\"");

        await AssertErrorAsync(response, 413, "RequestTooLargeException");
    }

    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html; the error is from github.com/ASFHyP3/hyp3/issues/2241.
    [Fact]
    public async Task An_asynchronous_event_can_have_1_MB()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var most = $"\"{new string('x', (1024 * 1024) - 2)}\"";

        using var accepted = await PostAsync(emulator, Weather, most, ("X-Amz-Invocation-Type", "Event"));
        using var refused = await PostAsync(emulator, Weather, most + " ", ("X-Amz-Invocation-Type", "Event"));
        using var tried = await PostAsync(emulator, Weather, most + " ", ("X-Amz-Invocation-Type", "DryRun"));

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, tried.StatusCode);
        await AssertErrorAsync(refused, 413, "RequestEntityTooLargeException");
        Assert.Contains("1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Amz-Invocation-Type", "Perhaps")]
    [InlineData("X-Amz-Client-Context", "not base64")]
    [InlineData("X-Amz-Client-Context", "bm90IGpzb24=")]
    public async Task Invalid_headers_are_refused(string name, string value)
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var response = await PostAsync(emulator, Weather, "{}", (name, value));

        await AssertErrorAsync(response, 400, "InvalidParameterValueException");
    }

    private static async Task<HttpResponseMessage> PostAsync(TestEmulator emulator, string path, string payload, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(payload) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await emulator.Client.SendAsync(request);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage response, int status, string type)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(type, response.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("User", (string?)error["Type"]);
        Assert.NotEmpty((string)error["Message"]!);
    }
}
