using System.Net;

namespace GenesysLambdas.Local.Tests.Page;

public sealed class BreakTests
{
    private const string Secret = "apis/WEATHER_API/secret";

    [Fact]
    public async Task After_a_rotation_only_the_new_value_is_valid()
    {
        await using var page = await TestPage.StartAsync();
        var secrets = page.Emulator.Emulator.Secrets;
        var old = secrets.Get("genesys-lambdas/weather-api").Version.Value.Text!;

        await page.DoAsync(HttpMethod.Post, Secret + "/rotate");

        var value = System.Text.Json.Nodes.JsonNode.Parse(secrets.Get("genesys-lambdas/weather-api").Version.Value.Text!)!.AsObject();
        Assert.Equal(["apiKey"], value.Select(member => member.Key));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await WeatherAsync(page, (string)value["apiKey"]!), await WeatherAsync(page, "local-weather-key")));
        Assert.Equal(old, secrets.Get("genesys-lambdas/weather-api", stage: "AWSPREVIOUS").Version.Value.Text);
    }

    [Fact]
    public async Task Rotating_a_client_changes_only_its_secret()
    {
        await using var page = await TestPage.StartAsync();

        await page.DoAsync(HttpMethod.Post, "apis/GENESYS_API/secret/rotate");

        var value = System.Text.Json.Nodes.JsonNode.Parse(page.Emulator.Emulator.Secrets.Get("genesys-lambdas/genesys-api").Version.Value.Text!)!;
        Assert.Equal("local-client", (string?)value["client_id"]);
        Assert.StartsWith("rotated-", (string?)value["client_secret"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_secret_can_be_restored()
    {
        await using var page = await TestPage.StartAsync();

        await page.DoAsync(HttpMethod.Delete, Secret);

        Assert.False((bool)(await page.GetAsync("suite"))["apis"]![1]!["secret"]!["exists"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, await WeatherAsync(page, "local-weather-key"));
        var message = (HttpStatusCode.Conflict, "The secret genesys-lambdas/weather-api is deleted: restore it first.");
        Assert.Equal((message, message), (await page.SendAsync(HttpMethod.Post, Secret + "/rotate"), await page.SendAsync(HttpMethod.Delete, Secret)));

        await page.DoAsync(HttpMethod.Post, Secret + "/restore");

        Assert.True((bool)(await page.GetAsync("suite"))["apis"]![1]!["secret"]!["exists"]!);
        Assert.Equal(HttpStatusCode.OK, await WeatherAsync(page, "local-weather-key"));
    }

    [Fact]
    public async Task A_missing_secret_is_an_error()
    {
        await using var page = await TestPage.StartAsync(configure: options => options with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["WEATHER_API_SECRET_ID"] = "mine" },
        });

        Assert.Equal((HttpStatusCode.NotFound, "The secret mine does not exist: create it with 'aws secretsmanager create-secret'."), await page.SendAsync(HttpMethod.Delete, Secret));
    }

    [Fact]
    public async Task A_secret_in_AWS_is_not_changed()
    {
        await using var page = await TestPage.StartAsync(configure: options => options with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = "" },
        });

        Assert.Null((await page.GetAsync("suite"))["apis"]![1]!["secret"]);
        Assert.Equal((HttpStatusCode.Conflict, "WEATHER_API has no secret in the local Secrets Manager."), await page.SendAsync(HttpMethod.Delete, Secret));
    }

    [Fact]
    public async Task Killing_a_busy_process_fails_its_call()
    {
        await using var page = await TestPage.StartAsync("never answers");
        var calling = page.CallAsync();
        while ((await page.SendAsync(HttpMethod.Post, "lookups/current-weather/kill")).Message == """{"killed":0}""")
        {
            await Task.Delay(20);
        }

        var call = await calling;

        Assert.Equal("Unhandled", (string?)call["functionError"]);
        Assert.Equal("Runtime.ExitError", (string?)call["summary"]!["errorCode"]);
        Assert.EndsWith("signal: killed", (string?)call["summary"]!["errorMessage"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killing_an_idle_process_causes_a_cold_start()
    {
        await using var page = await TestPage.StartAsync("echoes");
        await page.CallAsync();
        var warm = await page.CallAsync();

        var killed = await page.SendAsync(HttpMethod.Post, "lookups/current-weather/kill");
        var cold = await page.CallAsync();

        Assert.Equal((HttpStatusCode.OK, """{"killed":1}"""), killed);
        Assert.NotEqual("init", (string?)warm["timeline"]!["phases"]![0]!["kind"]);
        Assert.Equal(("init", null), ((string?)cold["timeline"]!["phases"]![0]!["kind"], (string?)cold["functionError"]));
        Assert.Equal((HttpStatusCode.OK, """{"killed":0}"""), await page.SendAsync(HttpMethod.Post, "lookups/list-invocations/kill"));
    }

    private static async Task<HttpStatusCode> WeatherAsync(TestPage page, string key)
    {
        using var response = await page.Emulator.Client.GetAsync($"/stand-ins/weather-api/data/2.5/weather?q=Paris&appid={key}");
        return response.StatusCode;
    }
}
