using GenesysLambdas.Cli;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Local.Server;

namespace GenesysLambdas.Local.Tests.Server;

public class FunctionVariablesTests
{
    [Fact]
    public void A_real_API_never_gets_the_stand_ins_secret()
    {
        var environment = Of(new() { ["WEATHER_API_BASE_URL"] = "https://api.openweathermap.org" });

        Assert.Equal("https://api.openweathermap.org", environment["WEATHER_API_BASE_URL"]);
        Assert.DoesNotContain("WEATHER_API_SECRET_ID", environment.Keys);
        Assert.Equal("genesys-lambdas/crm-api", environment["CRM_API_SECRET_ID"]);
    }

    [Fact]
    public void A_real_API_can_have_its_own_secret()
    {
        var environment = Of(new() { ["WEATHER_API_BASE_URL"] = "https://api.openweathermap.org", ["WEATHER_API_SECRET_ID"] = "mine" });

        Assert.Equal("mine", environment["WEATHER_API_SECRET_ID"]);
    }

    [Fact]
    public void A_function_gets_the_token_URL_of_its_stand_in()
    {
        Assert.Equal("http://127.0.0.1:5050/stand-ins/genesys-api/oauth/token", Of([], TestContracts.History)["GENESYS_API_TOKEN_URL"]);
        Assert.DoesNotContain("GENESYS_API_TOKEN_URL", Of(new() { ["GENESYS_API_BASE_URL"] = "https://api.mypurecloud.com" }, TestContracts.History).Keys);
        Assert.DoesNotContain("GENESYS_API_TOKEN_URL", Of([]).Keys);
    }

    [Fact]
    public void The_stand_ins_paths_are_not_used_with_a_real_API()
    {
        Assert.Equal("/api/v2/processes/data-actions/{dataActionId}/invocations", Of([], TestContracts.History)["GENESYS_INVOCATIONS_PATH"]);
        Assert.DoesNotContain("GENESYS_INVOCATIONS_PATH", Of(new() { ["GENESYS_API_BASE_URL"] = "https://api.mypurecloud.com" }, TestContracts.History).Keys);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_SECRETS_MANAGER", "")]
    [InlineData("AWS_PROFILE", "work")]
    [InlineData("AWS_ACCESS_KEY_ID", "mine")]
    public void Own_AWS_credentials_replace_the_emulators(string name, string value)
    {
        var environment = Of(new() { [name] = value });

        Assert.Equal(value, environment[name]);
        Assert.DoesNotContain("AWS_SESSION_TOKEN", environment.Keys);
        Assert.DoesNotContain("AWS_SECRET_ACCESS_KEY", environment.Keys);
    }

    [Fact]
    public void The_shells_environment_does_not_configure_functions()
    {
        string[] leaks = ["AWS_LEAK", "GENESYS_LEAK", "WEATHER_API_LEAK", "_HANDLER", "SECRET_CACHE_SECONDS", "DEFAULT_COUNTRY_CODE", "INVOKE_PAYLOAD_RULES"];
        Set("x");
        var environment = Of([]);
        Set(null);

        Assert.Empty(leaks.Intersect(environment.Keys));
        Assert.Equal("x", environment["UNRELATED_TO_FUNCTIONS"]);

        void Set(string? value)
        {
            foreach (var name in leaks.Append("UNRELATED_TO_FUNCTIONS"))
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }

    private static Dictionary<string, string> Of(Dictionary<string, string> settings, LookupContract? contract = null) =>
        new FunctionVariables(new LocalServerOptions { Names = ThisSuite.Value.Names, Contracts = LookupRegistry.Contracts, StandIns = ThisSuite.Value.StandIns }, settings, new Uri("http://127.0.0.1:5050/")).Create(contract ?? TestContracts.Weather, "127.0.0.1:5050/x", "stream");
}
