using System.Text.Json;
using Amazon.SecretsManager.Model;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Lookups;

public sealed class CurrentWeatherTests
{
    private const string Clear = """{"weather":[{"description":"clear SKY"}],"main":{"temp":21.5}}""";

    [Fact]
    public async Task The_weather_is_found()
    {
        await using var api = new ScriptedApi(Reply.Ok(Clear));
        using var function = new TestFunction("current-weather", api.BaseUrl).Secret("""{"apiKey":"k&1"}""");

        var outputs = await function.InvokeAsync(new { city_name = "São Paulo,BR" });

        outputs.AssertSuccess();
        AssertWeather(outputs, "21.5", "Clear sky", "");
        Assert.Equal("/data/2.5/weather?q=S%C3%A3o%20Paulo%2CBR&units=metric&appid=k%261", api.Request.Target);
    }

    [Theory]
    [InlineData("""{"weather":[],"main":{"temp":-3}}""", "-3")]
    [InlineData("""{"weather":null,"main":{"temp":0}}""", "0")]
    [InlineData("""{"main":{"temp":21.50}}""", "21.50")]
    [InlineData("""{"weather":[{}],"main":{"temp":1}}""", "1")]
    [InlineData("""{"weather":[null],"main":{"temp":1}}""", "1")]
    [InlineData("""{"weather":[{"description":" "}],"main":{"temp":1}}""", "1")]
    public async Task A_missing_condition_is_Unknown(string reply, string temperature)
    {
        await using var api = new ScriptedApi(Reply.Ok(reply));
        using var function = new TestFunction("current-weather", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { city_name = "Paris" });

        outputs.AssertSuccess();
        AssertWeather(outputs, temperature, "Unknown", "");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"main":null}""")]
    [InlineData("""{"main":{}}""")]
    [InlineData("""{"main":[]}""")]
    [InlineData("""{"main":{"temp":1e400}}""")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task A_missing_temperature_is_a_failure_rather_than_zero(string reply)
    {
        await using var api = new ScriptedApi(Reply.Ok(reply));
        using var function = new TestFunction("current-weather", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { city_name = "Paris" });

        Assert.Equal("ExternalApiError", outputs.Text("errorCode"));
        AssertWeather(outputs, "0", "System Error", outputs.Text("errorMessage")!);
    }

    [Fact]
    public async Task An_unknown_city_is_an_answer()
    {
        await using var api = new ScriptedApi(Reply.Status(404, """{"cod":"404","message":"city not found"}"""));
        using var function = new TestFunction("current-weather", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { city_name = "Atlantis" });

        outputs.AssertSuccess();
        AssertWeather(outputs, "0", "Error", "City 'Atlantis' not found");
    }

    [Fact]
    public async Task Without_a_secret_the_API_key_is_not_configured()
    {
        using var function = new TestFunction("current-weather").With("WEATHER_API_SECRET_ID", null);

        var outputs = await function.InvokeAsync(new { city_name = "Paris" });

        outputs.AssertFailure(500, "ConfigurationError", "The setting WEATHER_API_SECRET_ID is missing, and the external API cannot be called without a secret");
        AssertWeather(outputs, "0", "Configuration Error", "API Key not configured");
    }

    [Fact]
    public async Task With_a_secret_that_does_not_exist_the_API_key_is_not_configured()
    {
        using var function = new TestFunction("current-weather").SecretFails(new ResourceNotFoundException("no such secret"));

        var outputs = await function.InvokeAsync(new { city_name = "Paris" });

        outputs.AssertFailure(500, "ConfigurationError", "The secret named by WEATHER_API_SECRET_ID does not exist, or has no value yet");
        AssertWeather(outputs, "0", "Configuration Error", "API Key not configured");
    }

    [Fact]
    public async Task A_key_that_is_refused_is_invalid()
    {
        await using var api = new ScriptedApi(Reply.Status(401, """{"cod":401,"message":"Invalid API key."}"""));
        using var function = new TestFunction("current-weather", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { city_name = "Paris" });

        outputs.AssertFailure(502, "ExternalApiUnauthorized", "Invalid API Key");
        AssertWeather(outputs, "0", "Error", "Invalid API Key");
    }

    [Theory]
    [InlineData(301, "ExternalApiError")]
    [InlineData(400, "ExternalApiError")]
    [InlineData(403, "ExternalApiUnauthorized")]
    [InlineData(409, "ExternalApiError")]
    [InlineData(418, "ExternalApiError")]
    [InlineData(429, "ExternalApiThrottled")]
    [InlineData(500, "ExternalApiError")]
    [InlineData(502, "ExternalApiError")]
    [InlineData(503, "ExternalApiError")]
    public async Task Any_other_error_status_is_reported(int status, string errorCode)
    {
        await using var api = new ScriptedApi(Reply.Status(status));
        using var function = new TestFunction("current-weather", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { city_name = "Paris" });

        Assert.Equal(errorCode, outputs.Text("errorCode"));
        AssertWeather(outputs, "0", "Error", $"External API Error: {status}");
    }

    [Fact]
    public async Task A_time_out_is_reported()
    {
        await using var api = new ScriptedApi(Reply.Never);
        using var function = new TestFunction("current-weather", api.BaseUrl).With("WEATHER_API_TIMEOUT_MS", "50").With("WEATHER_API_MAX_ATTEMPTS", "1");

        var outputs = await function.InvokeAsync(new { city_name = "Paris" });

        outputs.AssertFailure(504, "ExternalApiTimeout", "External API request timed out");
        AssertWeather(outputs, "0", "Timeout", "External API request timed out");
    }

    [Fact]
    public async Task A_missing_city_is_reported()
    {
        using var function = new TestFunction("current-weather");

        var outputs = await function.InvokeAsync(new { city_name = " " });

        outputs.AssertFailure(400, "ValidationError", "Missing required field: city_name");
        AssertWeather(outputs, "0", "Error", "Missing required field: city_name");
    }

    [Fact]
    public async Task An_API_that_cannot_be_reached_is_a_system_error()
    {
        using var function = new TestFunction("current-weather");

        var outputs = await function.InvokeAsync(new { city_name = "Paris" });

        AssertWeather(outputs, "0", "System Error", "The external API could not be reached");
    }

    private static void AssertWeather(JsonElement outputs, string temperature, string condition, string errorMessage) =>
        Assert.Equal(
            (temperature, condition, errorMessage),
            (outputs.GetProperty("temperature").GetRawText(), outputs.Text("condition"), outputs.Text("error_message")));
}
