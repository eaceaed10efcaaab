using System.Net;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Local.Tests.Emulator;

/// <summary>Paths, members and errors are those of botocore 1.43.11's model <c>lambda/2015-03-31</c>; what is sent where, those of
/// https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html.</summary>
public class FunctionsApiTests
{
    private const string Functions = "/2015-03-31/functions";
    private const string Weather = Functions + "/CurrentWeatherFunction";

    [Fact]
    public async Task Functions_are_listed_in_pages_without_their_state()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var names = new List<string?>();

        for (string? marker = null; marker is not null || names.Count == 0;)
        {
            var page = await GetAsync(emulator, $"{Functions}?MaxItems=1" + (marker is null ? "" : "&Marker=" + marker));
            var function = page["Functions"]!.AsArray().Single()!;
            names.Add((string?)function["FunctionName"]);
            Assert.Null(function["State"]);
            marker = (string?)page["NextMarker"];
        }

        Assert.Equal(TestContracts.All.Select(contract => contract.Function), names);
    }

    [Fact]
    public async Task A_page_has_at_most_50_functions()
    {
        var contracts = Enumerable.Range(0, 51).Select(number => TestContracts.All[0] with { Function = $"F{number}" }).ToList();
        await using var emulator = await TestEmulator.StartAsync(configure: options => options with { Contracts = contracts });

        var page = await GetAsync(emulator, $"{Functions}/?MaxItems=10000&FunctionVersion=ALL");

        Assert.Equal(50, page["Functions"]!.AsArray().Count);
        Assert.Equal("50", (string?)page["NextMarker"]);
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:F0:$LATEST", (string?)page["Functions"]![0]!["FunctionArn"]);
    }

    [Theory]
    [InlineData("/CurrentWeatherFunction")]
    [InlineData("/current-weather")]
    [InlineData("/arn:aws:lambda:us-east-1:000000000000:function:CurrentWeatherFunction")]
    [InlineData("/genesys-lambdas-current-weather")]
    public async Task A_function_is_found_by_any_of_its_names(string name)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var function = await GetAsync(emulator, Functions + name);
        var configuration = await GetAsync(emulator, Functions + name + "/configuration");

        Assert.True(JsonNode.DeepEquals(configuration, function["Configuration"]));
        Assert.Equal("CurrentWeatherFunction", (string?)configuration["FunctionName"]);
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:CurrentWeatherFunction", (string?)configuration["FunctionArn"]);
        Assert.Equal(("Active", "Successful", 30), ((string?)configuration["State"], (string?)configuration["LastUpdateStatus"], (int)configuration["Timeout"]!));
    }

    [Fact]
    public async Task A_functions_settings_are_not_shown()
    {
        await using var emulator = await TestEmulator.StartAsync(
            configure: options => options with { Settings = new Dictionary<string, string> { ["WEATHER_API_BASE_URL"] = "http://127.0.0.1/private" } });

        var configuration = await GetAsync(emulator, Weather + "/configuration");

        Assert.DoesNotContain("private", configuration.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_qualified_function_has_a_qualified_arn_and_no_aliases()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var configuration = await GetAsync(emulator, Weather + "/configuration?Qualifier=%24LATEST");
        var aliases = await GetAsync(emulator, Weather + "/aliases");

        Assert.EndsWith(":CurrentWeatherFunction:$LATEST", (string?)configuration["FunctionArn"], StringComparison.Ordinal);
        Assert.Empty(aliases["Aliases"]!.AsArray());
    }

    // The messages are moto 5.2.1's.
    [Theory]
    [InlineData("/NoFunction", 404, "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:000000000000:function:NoFunction")]
    [InlineData("/NoFunction/configuration", 404, "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:000000000000:function:NoFunction")]
    [InlineData("/NoFunction/aliases", 404, "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:000000000000:function:NoFunction")]
    [InlineData("/NoFunction/policy", 404, "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:000000000000:function:NoFunction")]
    [InlineData("/NoFunction?Qualifier=live", 404, "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:000000000000:function:NoFunction:live")]
    [InlineData("/CurrentWeatherFunction:live?Qualifier=blue", 400, "InvalidParameterValueException", "The derived qualifier from the function name does not match the specified qualifier.")]
    [InlineData("/CurrentWeatherFunction/policy", 404, "ResourceNotFoundException", "The resource you requested does not exist.")]
    [InlineData("?MaxItems=0", 400, "InvalidParameterValueException", "MaxItems must be a number from 1 to 10000.")]
    [InlineData("?MaxItems=10001", 400, "InvalidParameterValueException", "MaxItems must be a number from 1 to 10000.")]
    [InlineData("?Marker=x", 400, "InvalidParameterValueException", "The Marker is invalid.")]
    public async Task Unknown_functions_get_Lambdas_errors(string path, int status, string type, string message)
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var response = await emulator.Client.GetAsync(Functions + path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(type, response.Headers.GetValues("x-amzn-ErrorType").Single());
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(("User", message), ((string?)error["Type"], (string?)error["Message"]));
    }

    private static async Task<JsonObject> GetAsync(TestEmulator emulator, string path)
    {
        using var response = await emulator.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }
}
