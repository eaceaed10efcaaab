using System.Text.Json.Nodes;

namespace GenesysLambdas.Commands.Tests;

/// <summary><c>--secret</c>: the function finds the secret in Secrets Manager and nowhere else.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Token = "tok-4711";

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task A_function_gets_the_secrets_name_only()
    {
        var environment = await EnvironmentAsync(_terminal, "--env", "WEATHER_API_BASE_URL=https://api.example.com", "--secret", "WEATHER_API=" + Token);

        Assert.Equal("genesys-lambdas/weather-api", (string?)environment["WEATHER_API_SECRET_ID"]);
        Assert.DoesNotContain(Token, _terminal.Out + _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_the_given_name_of_a_secret()
    {
        var environment = await EnvironmentAsync(
            _terminal, "--env", "WEATHER_API_SECRET_ID=mine", "--env", "GENESYS_API_SECRET_ID=", "--secret", "WEATHER_API=" + Token, "--secret", "GENESYS_API={}");

        Assert.Equal("mine", (string?)environment["WEATHER_API_SECRET_ID"]);
        Assert.Equal("genesys-lambdas/genesys-api", (string?)environment["GENESYS_API_SECRET_ID"]);
    }

    [Fact]
    public async Task Asks_for_a_secret_without_echoing_it()
    {
        var asked = "";
        using var terminal = new TestTerminal { CanAsk = true, Unseen = question => (asked = question, Token).Token };

        await EnvironmentAsync(terminal, "--secret", "WEATHER_API=-");

        Assert.Equal("Secret of WEATHER_API:", asked);
        Assert.DoesNotContain(Token, terminal.Out + terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--secret needs an API before the =, such as WEATHER_API=VALUE. The APIs are: WEATHER_API, GENESYS_API.", Token)]
    [InlineData("--secret needs an API before the =, such as WEATHER_API=VALUE. The APIs are: WEATHER_API, GENESYS_API.", Token + "=")]
    [InlineData("--secret needs an API before the =, such as WEATHER_API=VALUE. Did you mean WEATHER_API? The APIs are: WEATHER_API, GENESYS_API.", "WEATHR_API=" + Token)]
    [InlineData("--secret WEATHER_API has no value: write --secret WEATHER_API=VALUE, or WEATHER_API=- to be asked for it.", "WEATHER_API")]
    [InlineData("The secret of WEATHER_API is given twice.", "WEATHER_API=" + Token, "--secret", "WEATHER_API=b")]
    [InlineData("The secret of WEATHER_API is empty.", "WEATHER_API=")]
    [InlineData("The secret of WEATHER_API is empty.", "WEATHER_API=-")]
    [InlineData("Standard input has 1 lines, but needs 2: one secret per line.", "WEATHER_API=-", "--secret", "GENESYS_API=-")]
    [InlineData("The event and a secret cannot both be read from standard input.", "WEATHER_API=-", "--event", "-")]
    [InlineData("--secret cannot be used with --endpoint: the function there is already running with its own settings.", "WEATHER_API=" + Token, "--endpoint", "http://127.0.0.1:1")]
    [InlineData(
        "--secret goes into the local Secrets Manager, but AWS_ENDPOINT_URL_SECRETS_MANAGER sets another: use only one of them.",
        "WEATHER_API=" + Token, "--env", "AWS_ENDPOINT_URL_SECRETS_MANAGER=")]
    [InlineData(
        "The local Secrets Manager generates its own ARNs: set WEATHER_API_SECRET_ID to a name, or omit it.",
        "WEATHER_API=" + Token, "--env", "WEATHER_API_SECRET_ID=arn:aws:secretsmanager:us-east-1:123456789012:secret:x-AbCdEf")]
    [InlineData(
        "GENESYS_API_SECRET_ID names the secret of another --secret.",
        "WEATHER_API=" + Token, "--secret", "GENESYS_API=b", "--env", "WEATHER_API_SECRET_ID=a", "--env", "GENESYS_API_SECRET_ID=a")]
    public async Task A_usage_error_does_not_print_the_secret(string message, params string[] arguments)
    {
        Assert.Equal(1, await _terminal.RunAsync(["invoke", "current-weather", "--secret", .. arguments]));
        Assert.Equal(message, _terminal.Error.Trim());
        Assert.Empty(_terminal.Out);
    }

    [Theory]
    [InlineData("serve", "--secert", "WEATHER_API=" + Token)]
    [InlineData("serve", "--secert=WEATHER_API=" + Token)]
    [InlineData("serve", "WEATHER_API=" + Token)]
    [InlineData("invoke", "current-weather", "--secert", "WEATHER_API=" + Token)]
    public async Task A_mistyped_option_does_not_print_the_secret(params string[] arguments)
    {
        Assert.Equal(1, await _terminal.RunAsync(arguments));
        Assert.NotEmpty(_terminal.Error);
        Assert.DoesNotContain(Token, _terminal.Out + _terminal.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> EnvironmentAsync(TestTerminal terminal, params string[] arguments)
    {
        await terminal.RunAsync(["invoke", "current-weather", "--json", "--env", "DOTNET_FAKE_FUNCTION=tells its environment", .. arguments]);
        return JsonNode.Parse(terminal.Out)!;
    }
}
