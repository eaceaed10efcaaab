namespace GenesysLambdas.Publishing.Tests.Actions;

/// <summary>What is new in a lookup reaches flows by another action; those on the first stay where they are.</summary>
public sealed class NewVersionTests : IDisposable
{
    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_harmless_change_goes_into_the_existing_file()
    {
        await _folder.CommitAsync();
        _folder.Contracts = TestContracts.WithWind;

        await _folder.CommitAsync();

        Assert.Equal("Current Weather", Name("current-weather"));
        Assert.Contains("\"wind\"", _folder.Read("actions/current-weather.json"), StringComparison.Ordinal);
        Assert.False(_folder.Has("actions/current-weather.v2.json"));
    }

    [Fact]
    public async Task On_request_it_becomes_a_new_version()
    {
        await _folder.CommitAsync();
        var first = _folder.Read("actions/current-weather.json");
        _folder.Contracts = TestContracts.WithWind;

        Assert.Equal(0, await _folder.ExportAsync("--new-version", "current-weather"));
        await _folder.CommitAsync();

        Assert.Equal(first, _folder.Read("actions/current-weather.json"));
        Assert.Equal("Current Weather v2", Name("current-weather.v2"));
        Assert.Contains("\"wind\"", _folder.Read("actions/current-weather.v2.json"), StringComparison.Ordinal);
        Assert.False(_folder.Has("actions/list-invocations.v2.json"));
        Assert.Equal(0, await _folder.CheckAsync());
    }

    [Fact]
    public async Task A_later_change_goes_into_the_last_version_only()
    {
        await _folder.CommitAsync();
        var first = _folder.Read("actions/current-weather.json");
        _folder.Contracts = TestContracts.WithWind;
        await _folder.ExportAsync("--new-version", "current-weather");
        var described = TestContracts.WithWind[0];
        _folder.Contracts = [described with { Inputs = [described.Inputs[0] with { Description = "The town." }] }, TestContracts.History];

        Assert.Equal(1, await _folder.CheckAsync());
        Assert.DoesNotContain("current-weather.json", _folder.Error, StringComparison.Ordinal);
        await _folder.CommitAsync();

        Assert.Equal(first, _folder.Read("actions/current-weather.json"));
        Assert.Contains("The town.", _folder.Read("actions/current-weather.v2.json"), StringComparison.Ordinal);
        Assert.Equal(0, await _folder.CheckAsync());
    }

    [Fact]
    public async Task A_contract_that_has_not_changed_gets_no_new_version()
    {
        await _folder.CommitAsync();

        Assert.Equal(1, await _folder.ExportAsync("--new-version", "current-weather"));

        Assert.Equal("The contract of current-weather is the same as that of 'Current Weather', so no new version is needed.", _folder.Error.Trim());
        Assert.False(_folder.Has("actions/current-weather.v2.json"));
    }

    [Fact]
    public async Task A_new_version_is_of_a_lookup_that_is_named()
    {
        Assert.Equal(1, await _folder.ExportAsync("--new-version"));
        Assert.Equal(1, await _folder.ExportAsync("--new-version", "current-weathr"));
        Assert.Contains("Did you mean current-weather?", _folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_is_for_the_committed_actions_only()
    {
        await _folder.CommitAsync();

        Assert.Equal(1, await _folder.ExportAsync("--new-version", "current-weather", "--output", _folder.At("elsewhere")));
        Assert.Contains("cannot be used with --output", _folder.Error, StringComparison.Ordinal);
    }

    private string? Name(string file) => (string?)_folder.Action(file)["name"];
}
