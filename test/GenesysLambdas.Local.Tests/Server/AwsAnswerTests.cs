using System.Net;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Local.Tests.Server;

public class AwsAnswerTests
{
    [Theory]
    [InlineData("GET", "/", 405)]
    [InlineData("GET", "/2018-10-31/layers", 404)]
    [InlineData("PUT", "/2015-03-31/functions/CurrentWeatherFunction/code", 404)]
    [InlineData("DELETE", "/2015-03-31/functions/CurrentWeatherFunction", 405)]
    [InlineData("GET", "/favicon.ico", 404)]
    public async Task Unknown_operations_get_an_error_like_Lambdas(string method, string path, int status)
    {
        await using var emulator = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await emulator.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("UnknownOperationException", response.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal($"The emulator does not support the operation {method} {path}.", (string?)error["Message"]);
    }

    [Fact]
    public async Task Stand_ins_do_not_answer_like_AWS()
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var response = await emulator.Client.GetAsync("/stand-ins/weather-api/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains("x-amzn-RequestId"));
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }
}
