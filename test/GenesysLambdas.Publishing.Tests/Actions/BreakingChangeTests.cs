using GenesysLambdas.Core.Contracts;

namespace GenesysLambdas.Publishing.Tests.Actions;

/// <summary>A published contract is frozen and flows are bound to it, so the code keeps to every version that may be published.</summary>
public sealed class BreakingChangeTests : IDisposable
{
    private static readonly InputContract City = TestContracts.Weather.Inputs[0];

    private readonly ActionsFolder _folder = new();

    /// <summary>A change of the weather's contract, and how it breaks a flow.</summary>
    public static TheoryData<string, string> Changes => new()
    {
        { "output removed", "output condition is removed" },
        { "output retyped", "output temperature was number and is string" },
        { "output made an array", "output condition was string and is string[]" },
        { "required input added", "input country is new and required" },
        { "input removed", "input city_name is removed" },
        { "input retyped", "input city_name was string and is integer" },
        { "lookup removed", "the lookup current-weather is removed" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_breaking_change_is_refused_with_advice(string change, string expected)
    {
        await _folder.CommitAsync();
        var before = (_folder.Read("actions/current-weather.json"), _folder.Read("terraform/main.tf"));
        _folder.Contracts = Changed(change);

        foreach (var command in new[] { () => _folder.CheckAsync(), () => _folder.ExportAsync(), () => _folder.TerraformAsync(), () => _folder.ExportAsync("--new-version", "list-invocations") })
        {
            Assert.Equal(1, await command());
            Assert.StartsWith($"The code breaks the contract of 'Current Weather' in {_folder.At("actions/current-weather.json")}", _folder.Error, StringComparison.Ordinal);
            Assert.Contains($"  breaking: {expected}\n", _folder.Error, StringComparison.Ordinal);
            Assert.Contains("'actions retire current-weather --version 1'", _folder.Error, StringComparison.Ordinal);
            Assert.Contains($"If it was never published, delete {_folder.At("actions/current-weather.json")}, and run this again.", _folder.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("list-invocations.json", _folder.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, (_folder.Read("actions/current-weather.json"), _folder.Read("terraform/main.tf")));
    }

    [Fact]
    public async Task A_new_version_does_not_free_the_code_of_the_first()
    {
        await _folder.CommitAsync();
        _folder.Contracts = TestContracts.WithoutCondition;

        Assert.Equal(1, await _folder.ExportAsync("--new-version", "current-weather"));
        Assert.False(_folder.Has("actions/current-weather.v2.json"));
    }

    [Fact]
    public async Task A_later_version_cannot_make_a_new_input_required()
    {
        await _folder.CommitAsync();
        _folder.Contracts = WithCountry(required: false);
        await _folder.ExportAsync("--new-version", "current-weather");
        _folder.Contracts = WithCountry(required: true);

        Assert.Equal(1, await _folder.CheckAsync());

        Assert.Contains("current-weather.json, and flows may be bound to it:\n  breaking: input country is new and required\n", _folder.Error, StringComparison.Ordinal);
        Assert.Contains("current-weather.v2.json, and flows may be bound to it:\n  breaking: input country is newly required\n", _folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_breaks_the_last_version_alone_names_that_alone()
    {
        await _folder.CommitAsync();
        _folder.Contracts = TestContracts.WithWind;
        await _folder.ExportAsync("--new-version", "current-weather");
        _folder.Contracts = TestContracts.All;

        Assert.Equal(1, await _folder.CheckAsync());

        Assert.Contains("output wind is removed", _folder.Error, StringComparison.Ordinal);
        Assert.Contains("retire current-weather --version 2", _folder.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("current-weather.json", _folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_without_a_type_in_the_file_counts_as_broken()
    {
        await _folder.CommitAsync();
        _folder.Write("actions/current-weather.json", _folder.Read("actions/current-weather.json").Replace("\"type\": \"number\",", "", StringComparison.Ordinal));

        Assert.Equal(1, await _folder.CheckAsync());
        Assert.Contains("breaking: output temperature was of any type and is number", _folder.Error, StringComparison.Ordinal);
    }

    private static LookupContract[] WithCountry(bool required) =>
        [TestContracts.Weather with { Inputs = [City, City with { Name = "country", Required = required }] }, TestContracts.History];

    private static IReadOnlyList<LookupContract> Changed(string change)
    {
        var weather = TestContracts.Weather;
        return change switch
        {
            "output removed" => TestContracts.WithoutCondition,
            "output retyped" => [Output("temperature", output => output with { Type = ContractType.String }), TestContracts.History],
            "output made an array" => [Output("condition", output => output with { IsArray = true }), TestContracts.History],
            "required input added" => WithCountry(required: true),
            "input removed" => [weather with { Inputs = [] }, TestContracts.History],
            "input retyped" => [weather with { Inputs = [City with { Type = ContractType.Integer }] }, TestContracts.History],
            "lookup removed" => [TestContracts.History],
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, message: null),
        };

        LookupContract Output(string name, Func<OutputContract, OutputContract> changed) =>
            weather with { Outputs = [.. weather.Outputs.Select(output => output.Name == name ? changed(output) : output)] };
    }
}
