using System.Net;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Local.StandIns;

namespace GenesysLambdas.Cli.Tests.StandIns;

public class StandInTests
{
    private const string Weather = "/stand-ins/weather-api/data/2.5/weather?units=metric";
    private const string Customer = "/stand-ins/customer-api/v1/user-info?locale=en-US";
    private const string Crm = "/stand-ins/crm-api/api/customer/lookup";

    [Fact]
    public void Every_stand_in_has_a_path_and_a_secret_named_after_its_settings()
    {
        Assert.NotEmpty(ThisSuite.Value.StandIns);
        Assert.All(ThisSuite.Value.StandIns, standIn =>
        {
            var name = standIn.Api.ToLowerInvariant().Replace('_', '-');
            Assert.Equal(($"/stand-ins/{name}", $"genesys-lambdas/{name}"), (standIn.Path(), ThisSuite.Value.Names.SecretOf(standIn.Api)));
        });
    }

    [Fact]
    public async Task Has_ten_users()
    {
        await using var emulator = await TestEmulator.StartAsync();

        for (var id = 1; id <= 10; id++)
        {
            var (status, user) = await GetAsync(emulator, $"/stand-ins/user-api/users/{id}");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(id, (int)user["id"]!);
            Assert.NotEmpty((string)user["name"]!);
            Assert.Contains('@', (string)user["email"]!);
            Assert.NotEmpty((string)user["company"]!["name"]!);
        }

        foreach (var id in (string[])["0", "11", "-1", "x", "1%2F2"])
        {
            var (status, user) = await GetAsync(emulator, $"/stand-ins/user-api/users/{id}");
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Equal("{}", user.ToJsonString());
        }
    }

    [Theory]
    [InlineData("Paris")]
    [InlineData("pARIS")]
    [InlineData("s%C3%A3o%20paulo")]
    public async Task Finds_a_city_ignoring_case(string city)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, weather) = await GetAsync(emulator, $"{Weather}&appid=local-weather-key&q={city}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEmpty((string)weather["weather"]![0]!["description"]!);
        Assert.NotNull(weather["main"]!["temp"]);
    }

    [Fact]
    public async Task Reports_an_unknown_city_and_an_invalid_key_like_OpenWeatherMap()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (notFound, city) = await GetAsync(emulator, $"{Weather}&appid=local-weather-key&q=Nowhere");
        var (refused, key) = await GetAsync(emulator, $"{Weather}&appid=wrong&q=Paris");
        var (withoutKey, _) = await GetAsync(emulator, $"{Weather}&q=Paris");

        Assert.Equal(HttpStatusCode.NotFound, notFound);
        Assert.Equal("""{"cod":"404","message":"city not found"}""", city.ToJsonString());
        Assert.Equal(HttpStatusCode.Unauthorized, refused);
        Assert.Equal(401, (int)key["cod"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, withoutKey);
    }

    [Fact]
    public async Task Accepts_a_rotated_token_at_once()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var before = await GetAsync(emulator, $"{Weather}&appid=local-weather-key&q=Paris");

        emulator.Emulator.Secrets.Put("genesys-lambdas/weather-api", new SecretValue("rotated"));

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(emulator, $"{Weather}&appid=local-weather-key&q=Paris")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(emulator, $"{Weather}&appid=rotated&q=Paris")).Status);
    }

    [Theory]
    [InlineData("\"rotated\"")]
    [InlineData(" \"rotated\"\n")]
    [InlineData("\"{\\\"token\\\":\\\"rotated\\\"}\"")]
    [InlineData("{\"token\":\"rotated\"}")]
    public async Task Reads_a_secret_that_is_a_JSON_string_like_a_function(string secret)
    {
        await using var emulator = await TestEmulator.StartAsync();

        emulator.Emulator.Secrets.Put("genesys-lambdas/weather-api", new SecretValue(secret));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(emulator, $"{Weather}&appid=rotated&q=Paris")).Status);
    }

    [Theory]
    [InlineData("12345", "local-customer-token", HttpStatusCode.OK)]
    [InlineData("99999", "local-customer-token", HttpStatusCode.NotFound)]
    [InlineData("12345", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("12345", null, HttpStatusCode.Unauthorized)]
    public async Task Finds_a_customer_with_the_token(string id, string? token, HttpStatusCode expected)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, customer) = await GetAsync(emulator, $"{Customer}&id={id}", token);

        Assert.Equal(expected, status);
        if (expected == HttpStatusCode.OK)
        {
            Assert.Equal("""{"data":{"name":"John Doe","tier":"gold","balance":150.00},"status":"active"}""", customer.ToJsonString());
        }
    }

    [Theory]
    [InlineData("""{"phoneNumber":"+15551234567"}""", "local-crm-token", 200, """{"status":"success","data":{"customerId":"CUST-001","firstName":"Alice","lastName":"Smith","tier":"Gold","lastInteractionDate":"2023-10-15"}}""")]
    [InlineData("""{"phoneNumber":"+15550000000"}""", "local-crm-token", 200, """{"status":"not_found","data":null}""")]
    [InlineData("""{"phoneNumber":5}""", "local-crm-token", 400, null)]
    [InlineData("[]", "local-crm-token", 400, null)]
    [InlineData("x", "local-crm-token", 400, null)]
    [InlineData("""{"phoneNumber":"+15551234567"}""", "wrong", 401, null)]
    public async Task Finds_a_caller_with_the_token(string body, string token, int expected, string? answer)
    {
        await using var emulator = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Crm) { Content = new StringContent(body) };
        request.Headers.Authorization = new("Bearer", token);

        using var response = await emulator.Client.SendAsync(request);

        Assert.Equal(expected, (int)response.StatusCode);
        if (answer is not null)
        {
            Assert.Equal(answer, await response.Content.ReadAsStringAsync());
        }
    }

    private static async Task<(HttpStatusCode Status, JsonObject Answer)> GetAsync(TestEmulator emulator, string path, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var response = await emulator.Client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }
}
