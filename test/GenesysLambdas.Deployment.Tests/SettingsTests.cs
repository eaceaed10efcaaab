using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Testing;
using GenesysLambdas.Tooling;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>A function's environment variables in template.yaml against the settings that the code declares.</summary>
public sealed class SettingsTests
{
    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Theory]
    [MemberData(nameof(Lookups))]
    public void The_template_sets_what_the_code_reads_and_nothing_else(string name)
    {
        var contract = LookupUnderTest.Named(name).Contract;
        // Read with oauth2 only.
        var read = contract.Settings.Select(setting => setting.Name).Where(setting => contract.Api.Auth == "oauth2" || setting != contract.Api.Settings.TokenUrl.Name);
        var set = Template.Variables(contract.Function).Keys.Where(variable => variable != HostSettings.Handler && !KnownSettings.IsGeneral(variable)).ToList();

        Agreement.Assert("settings", ("the code", read), ("template.yaml", set));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public void The_templates_defaults_match_the_codes(string name)
    {
        var contract = LookupUnderTest.Named(name).Contract;
        var variables = Template.Variables(contract.Function);

        Assert.Equal(contract.Api.Auth, Template.Default(variables[contract.Api.Name + "_AUTH"]));
        Assert.Equal($"{contract.MaxAttempts}", Template.Default(variables[contract.Api.Name + "_MAX_ATTEMPTS"]));
    }
}
