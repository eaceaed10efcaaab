namespace GenesysLambdas.Publishing.Tests.Actions;

/// <summary>A promise is given up by name, knowingly, and leaves a trace: what was published once stays in Genesys Cloud.</summary>
public sealed class RetireTests : IDisposable
{
    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Retiring_says_what_it_means_for_flows_and_frees_the_code_of_that_version()
    {
        await _folder.CommitAsync();
        _folder.Contracts = TestContracts.WithoutCondition;

        Assert.Equal(0, await _folder.RetireAsync("current-weather", 1, yes: true));

        Assert.Contains("'Current Weather' stays in Genesys Cloud. Flows that still use it keep calling the function, and will break", _folder.Out, StringComparison.Ordinal);
        Assert.Contains("The current code breaks it: output condition is removed", _folder.Out, StringComparison.Ordinal);
        Assert.False(_folder.Has("actions/current-weather.json"));
        Assert.Equal("current-weather.json\n", _folder.Read("actions/retired.txt"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Retiring_the_only_version_leads_to_the_next(bool before)
    {
        await _folder.CommitAsync();
        _folder.Contracts = before ? TestContracts.WithoutCondition : TestContracts.All;
        Assert.Equal(0, await _folder.RetireAsync("current-weather", 1, yes: true));
        Assert.Contains("It is the only version: the next export creates 'Current Weather v2'", _folder.Out, StringComparison.Ordinal);
        _folder.Contracts = TestContracts.WithoutCondition;

        Assert.Equal(1, await _folder.CheckAsync());
        Assert.Contains("current-weather.v2.json is missing.", _folder.Error, StringComparison.Ordinal);
        await _folder.CommitAsync();

        Assert.Equal(0, await _folder.CheckAsync());
        Assert.Equal("Current Weather v2", (string?)_folder.Action("current-weather.v2")["name"]);
        Assert.False(_folder.Has("actions/current-weather.json"));
    }

    [Fact]
    public async Task A_number_is_not_used_again()
    {
        await _folder.CommitAsync();
        _folder.Contracts = TestContracts.WithWind;
        await _folder.ExportAsync("--new-version", "current-weather");
        _folder.Contracts = TestContracts.All;
        Assert.Equal(0, await _folder.RetireAsync("current-weather", 2, yes: true));
        Assert.DoesNotContain("only version", _folder.Out, StringComparison.Ordinal);
        await _folder.CommitAsync();
        _folder.Contracts = TestContracts.WithWind;

        Assert.Equal(0, await _folder.ExportAsync("--new-version", "current-weather"));

        Assert.False(_folder.Has("actions/current-weather.v2.json"));
        Assert.True(_folder.Has("actions/current-weather.v3.json"));
    }

    [Fact]
    public async Task A_lookup_that_is_gone_can_be_retired()
    {
        await _folder.CommitAsync();
        _folder.Contracts = [TestContracts.History];

        Assert.Equal(0, await _folder.RetireAsync("current-weather", 1, yes: true));
        Assert.DoesNotContain("next export", _folder.Out, StringComparison.Ordinal);
        await _folder.CommitAsync();

        Assert.Equal(0, await _folder.CheckAsync());
        Assert.Contains("from = genesyscloud_integration_action.current_weather\n", _folder.Read("terraform/main.tf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("Yes\n", true)]
    [InlineData("n\n", false)]
    [InlineData("\n", false)]
    [InlineData("", false)]
    public async Task At_a_terminal_it_asks_first(string answer, bool retires)
    {
        await _folder.CommitAsync();

        Assert.Equal(retires ? 0 : 1, await _folder.RetireAsync("current-weather", 1, answer));

        Assert.Contains("Retire 'Current Weather'? [y/N] ", _folder.Out, StringComparison.Ordinal);
        Assert.Equal(!retires, _folder.Has("actions/current-weather.json"));
        Assert.Equal(retires, _folder.Has("actions/retired.txt"));
    }

    [Fact]
    public async Task Requires_the_option_yes_if_it_cannot_ask()
    {
        await _folder.CommitAsync();

        Assert.Equal(1, await _folder.RetireAsync("current-weather", 1));

        Assert.Contains("Nothing was changed. If no flow uses it any more, run this again with --yes.", _folder.Error, StringComparison.Ordinal);
        Assert.True(_folder.Has("actions/current-weather.json"));
    }

    [Theory]
    [InlineData("current-weather", 2)]
    [InlineData("current-weathr", 1)]
    public async Task What_is_not_there_cannot_be_retired(string lookup, int version)
    {
        await _folder.CommitAsync();

        Assert.Equal(1, await _folder.RetireAsync(lookup, version, yes: true));

        Assert.Contains($"There is no version {version} of '{lookup}'", _folder.Error, StringComparison.Ordinal);
        Assert.Contains("The versions are: current-weather.json, list-invocations.json.", _folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_the_retired_that_says_something_else_is_an_error()
    {
        await _folder.CommitAsync();
        var path = _folder.Write("actions/retired.txt", "current-weather.json\nCurrent Weather\n");

        Assert.Equal(1, await _folder.CheckAsync());
        Assert.Contains($"{path} has the line 'Current Weather', which is not the name of an action's file: restore it.", _folder.Error, StringComparison.Ordinal);
    }
}
