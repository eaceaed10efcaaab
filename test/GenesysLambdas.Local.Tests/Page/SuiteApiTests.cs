using GenesysLambdas.Local.HttpApi;

namespace GenesysLambdas.Local.Tests.Page;

public class SuiteApiTests
{
    [Fact]
    public async Task Describes_the_lookups_and_their_inputs()
    {
        await using var page = await TestPage.StartAsync();

        var suite = await page.GetAsync("suite");

        Assert.Equal(page.Emulator.Emulator.Endpoint.ToString(), (string)suite["url"]! + "/");
        Assert.Equal("""{"kind":"token","header":"Authorization"}""", suite["http"]!.ToJsonString());
        var weather = suite["lookups"]![0]!;
        Assert.Equal(
            ("current-weather", "The weather now in a city.", "CurrentWeatherFunction", "LookUpWeather", "WEATHER_API"),
            ((string?)weather["name"], (string?)weather["description"], (string?)weather["function"], (string?)weather["handler"], (string?)weather["api"]));
        Assert.Equal("""{"name":"city_name","type":"string","description":"The city.","required":true,"limits":"1 to 100 characters."}""", weather["inputs"]![0]!.ToJsonString());
        Assert.Equal("""{"name":"temperature","type":"number","description":"Degrees Celsius."}""", weather["outputs"]![0]!.ToJsonString());
        Assert.Equal("""["paris"]""", weather["requests"]!.ToJsonString());
        var history = suite["lookups"]![1]!;
        Assert.Equal("""{"name":"page_size","type":"integer","description":"Entities of a page.","required":false,"default":50,"limits":"1 to 100."}""", history["inputs"]![0]!.ToJsonString());
        Assert.Equal("string[]", (string?)history["outputs"]![0]!["type"]);
        Assert.Equal("[]", history["requests"]!.ToJsonString());
    }

    [Fact]
    public async Task Describes_the_APIs_and_their_faults()
    {
        await using var page = await TestPage.StartAsync();

        var suite = await page.GetAsync("suite");

        Assert.Equal(
            """{"name":"WEATHER_API","lookups":["current-weather"],"hasStandIn":true,"fault":"none","target":null,"direct":null,"secret":{"name":"genesys-lambdas/weather-api","exists":true},"auth":"query:appid"}""",
            suite["apis"]![1]!.ToJsonString());
        Assert.Equal(["none", "401", "404", "429", "500", "slow", "cut-off", "garbage"], suite["faults"]!.AsArray().Select(fault => (string)fault!["name"]!));
    }

    [Fact]
    public async Task Describes_the_functions_settings()
    {
        using var issuer = new LocalIssuer("genesys-lambdas");
        await using var page = await TestPage.StartAsync(configure: options => options with
        {
            JwtIssuer = issuer,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["WEATHER_API_BASE_URL"] = "https://api.example.com",
                ["WEATHER_API_AUTH"] = "header:X-Key",
                ["WEATHER_API_SECRET_ID"] = "mine",
                ["HTTP_TOKEN_HEADER"] = "X-Token",
            },
        });

        var suite = await page.GetAsync("suite");

        Assert.Equal("""{"kind":"jwt","header":"Authorization"}""", suite["http"]!.ToJsonString());
        var api = suite["apis"]![1]!;
        Assert.Equal(("https://api.example.com", "header:X-Key", """{"name":"mine","exists":false}"""), ((string?)api["direct"], (string?)api["auth"], api["secret"]!.ToJsonString()));
        Assert.Null(api["target"]);
    }
}
