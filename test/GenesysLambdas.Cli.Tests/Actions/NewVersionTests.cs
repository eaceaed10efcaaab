using GenesysLambdas.Cli.Tests.Fakes;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Cli.Tests.Actions;

/// <summary>A published contract is frozen, so that a changed one is another action.</summary>
public sealed class NewVersionTests : IDisposable
{
    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_breaking_change_is_refused_and_nothing_is_written()
    {
        await _folder.CommitAsync();
        var before = (_folder.Read("actions/current-weather.json"), _folder.Read("terraform/main.tf"));
        _folder.Contracts = TestContracts.WithoutCondition;

        Assert.Equal(1, await _folder.ExportAsync());
        Assert.Contains("breaking: output condition is removed", _folder.Error, StringComparison.Ordinal);
        Assert.Contains("--new-version", _folder.Error, StringComparison.Ordinal);
        Assert.Equal(1, await _folder.TerraformAsync());

        Assert.Equal(before, (_folder.Read("actions/current-weather.json"), _folder.Read("terraform/main.tf")));
    }

    [Fact]
    public async Task A_new_version_has_a_new_name_which_later_exports_keep()
    {
        await _folder.CommitAsync();
        _folder.Contracts = TestContracts.WithoutCondition;

        Assert.Equal(0, await _folder.ExportAsync("--new-version"));
        await _folder.CommitAsync();

        Assert.Equal(("Current Weather v2", "List Invocations"), (Name("current-weather"), Name("list-invocations")));
        Assert.Equal(0, await _folder.CheckAsync());
    }

    [Fact]
    public async Task Asked_twice_there_is_one_new_version_and_the_next_break_makes_the_next()
    {
        await _folder.CommitAsync();
        _folder.Contracts = TestContracts.WithoutCondition;
        await _folder.ExportAsync("--new-version");

        await _folder.ExportAsync("--new-version");
        Assert.Equal("Current Weather v2", Name("current-weather"));

        _folder.Contracts = TestContracts.All;
        await _folder.ExportAsync();
        _folder.Contracts = TestContracts.WithoutCondition;
        await _folder.ExportAsync("--new-version");
        Assert.Equal("Current Weather v3", Name("current-weather"));
    }

    [Fact]
    public async Task A_harmless_change_keeps_the_name_unless_the_lookup_is_named()
    {
        _folder.Contracts = TestContracts.WithoutCondition;
        await _folder.CommitAsync();
        _folder.Contracts = TestContracts.All;

        await _folder.ExportAsync("--new-version");
        Assert.Equal("Current Weather", Name("current-weather"));

        _folder.Contracts = [TestContracts.Weather with { Outputs = [.. TestContracts.Weather.Outputs, new OutputContract("wind", ContractType.Number, IsArray: false, "Metres a second.")] }, TestContracts.History];
        await _folder.ExportAsync("--new-version", "current-weather");
        Assert.Equal("Current Weather v2", Name("current-weather"));
    }

    [Fact]
    public async Task A_contract_that_has_not_changed_gets_no_new_version()
    {
        await _folder.CommitAsync();

        Assert.Equal(1, await _folder.ExportAsync("--new-version", "current-weather"));

        Assert.Equal("The contract of current-weather is the one of 'Current Weather', so it needs no new action.", _folder.Error.Trim());
        Assert.Equal("Current Weather", Name("current-weather"));
    }

    [Fact]
    public async Task Naming_one_lookup_does_not_let_another_break()
    {
        await _folder.CommitAsync();
        _folder.Contracts = [TestContracts.WithoutCondition[0], TestContracts.History with { Outputs = [] }];

        Assert.Equal(1, await _folder.ExportAsync("--new-version", "current-weather"));

        Assert.Contains("output ids is removed", _folder.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("condition", _folder.Error, StringComparison.Ordinal);
        Assert.Equal("Current Weather", Name("current-weather"));
    }

    [Fact]
    public async Task A_new_version_is_for_the_committed_actions_only()
    {
        await _folder.CommitAsync();

        Assert.Equal(1, await _folder.ExportAsync("--new-version", "--output", _folder.At("elsewhere")));
        Assert.Contains("give no --output", _folder.Error, StringComparison.Ordinal);
    }

    private string? Name(string lookup) => (string?)_folder.Action(lookup)["name"];
}
