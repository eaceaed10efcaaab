using GenesysLambdas.Core.Contracts;

namespace GenesysLambdas.Publishing.Tests.Actions;

public sealed class CheckTests : IDisposable
{
    private static readonly InputContract City = TestContracts.Weather.Inputs[0];

    private readonly ActionsFolder _folder = new();

    /// <summary>A change of a contract that breaks no flow, and what is said of it.</summary>
    public static TheoryData<string, string> Changes => new()
    {
        { "output added", "harmless: output wind is new" },
        { "output described", "harmless: output condition differs: description is \"The sky.\", must be \"The weather.\"" },
        { "optional input added", "harmless: input country is new" },
        { "input no longer required", "harmless: input city_name is no longer required" },
        { "input longer", "harmless: input city_name differs: description is \"The city. 1 to 100 characters.\", must be \"The city. 1 to 120 characters.\"" },
        { "default changed", "harmless: input page_size differs: default is 50, must be 20" },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_just_written_is_up_to_date()
    {
        await _folder.CommitAsync();

        Assert.Equal(0, await _folder.CheckAsync());
        Assert.Equal("The data actions and their Terraform files are up to date.", _folder.Out.Trim());
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task An_export_updates_a_file_with_a_harmless_change(string change, string expected)
    {
        await _folder.CommitAsync();
        _folder.Contracts = Changed(change);

        Assert.Equal(1, await _folder.CheckAsync());

        var lines = _folder.Error.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Matches(@"actions[/\\](current-weather|list-invocations)\.json is out of date:", lines[0]);
        Assert.Equal(expected, lines[1]);
        await _folder.CommitAsync();
        Assert.Equal(0, await _folder.CheckAsync());
    }

    [Theory]
    [InlineData("\"requestType\": \"POST\"", "\"requestType\": \"GET\"", "config.request.requestType is \"GET\", must be \"POST\"")]
    [InlineData("\"headers\": {}", "\"headers\": {\"X\": \"1\"}", "config.request.headers.X is unexpected")]
    [InlineData("\"secure\": false", "\"secure\": false, \"timeoutSeconds\": 15", "timeoutSeconds is unexpected")]
    [InlineData("\"actionType\": \"custom\",", "", "actionType is missing")]
    [InlineData("\"name\": \"Current Weather\"", "\"name\": \"Weather\"", "name is \"Weather\", must be \"Current Weather\"")]
    [InlineData("  \"secure\"", "    \"secure\"", "the order or the layout differs")]
    [InlineData("<ARN of CurrentWeatherFunction>", "my-function", "config.request.requestUrlTemplate is \"my-function\", must be \"<ARN of CurrentWeatherFunction>\"")]
    public async Task A_file_that_was_edited_is_named_with_the_difference(string text, string edited, string expected)
    {
        await _folder.CommitAsync();
        Edit("actions/current-weather.json", text, edited);

        Assert.Equal(1, await _folder.CheckAsync());

        Assert.Contains("current-weather.json is out of date:\n  " + expected, _folder.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("list-invocations", _folder.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"name":"a","name":"b"}""")]
    [InlineData("""{"name":"a","config":{"request":{"requestUrlTemplate":7}},"contract":{"input":{"inputSchema":{"properties":{}}},"output":{"successSchema":{"properties":{}}}}}""")]
    [InlineData("""{"name":"a","config":{"request":{"requestUrlTemplate":"x"}},"contract":{"input":{"inputSchema":{"properties":null}},"output":{"successSchema":{"properties":{}}}}}""")]
    public async Task A_file_that_is_not_an_action_is_named_and_not_overwritten(string text)
    {
        await _folder.CommitAsync();
        var path = _folder.Write("actions/current-weather.json", text);

        Assert.Equal(1, await _folder.CheckAsync());
        Assert.StartsWith($"{path} is not a data action", _folder.Error, StringComparison.Ordinal);
        Assert.Equal(1, await _folder.ExportAsync());
        Assert.Equal(text, _folder.Read("actions/current-weather.json"));
    }

    [Fact]
    public async Task A_functions_ARN_in_a_file_is_left_alone()
    {
        await _folder.CommitAsync();
        await _folder.ExportAsync("--function-arn", "current-weather=arn:aws:lambda:us-east-1:123456789012:function:f");

        Assert.Equal(0, await _folder.CheckAsync());
    }

    [Fact]
    public async Task Missing_files_and_files_that_do_not_belong_there_are_named()
    {
        await _folder.CommitAsync();
        File.Delete(_folder.At("actions/current-weather.json"));
        File.Delete(_folder.At("terraform/versions.tf"));
        _folder.Write("actions/current-weather.v1.json", "{}");

        Assert.Equal(1, await _folder.CheckAsync());

        Assert.Contains("current-weather.json is missing.", _folder.Error, StringComparison.Ordinal);
        Assert.Contains("versions.tf is missing.", _folder.Error, StringComparison.Ordinal);
        Assert.Contains("current-weather.v1.json is not an action's file: delete it.", _folder.Error, StringComparison.Ordinal);
        Assert.Contains("Run 'generate'", _folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Terraform_file_that_was_edited_is_named_with_the_line()
    {
        await _folder.CommitAsync();
        Edit("terraform/versions.tf", ">= 1.14, < 2.0", "~> 2.0");

        Assert.Equal(1, await _folder.CheckAsync());

        Assert.Contains("versions.tf is out of date: line 9 is 'version = \"~> 2.0\"', must be 'version = \">= 1.14, < 2.0\"'", _folder.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("export")]
    [InlineData("terraform")]
    [InlineData("retire", "current-weather", "--version", "1")]
    public async Task Outside_the_repository_a_command_says_so_and_writes_nothing(params string[] command)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(1, await terminal.RunAsync(["actions", .. command]));

        Assert.Equal("There is no folder genesys/actions here. Run this in the root of the repository, or name the folder with --actions.", terminal.Error.Trim());
        Assert.False(Directory.Exists("genesys"));
    }

    private void Edit(string path, string text, string edited)
    {
        var before = _folder.Read(path);
        Assert.Contains(text, before, StringComparison.Ordinal);
        _folder.Write(path, before.Replace(text, edited, StringComparison.Ordinal));
    }

    private static IReadOnlyList<LookupContract> Changed(string change)
    {
        var (weather, history) = (TestContracts.Weather, TestContracts.History);
        return change switch
        {
            "output added" => TestContracts.WithWind,
            "output described" => [weather with { Outputs = [.. weather.Outputs.Select(output => output.Name == "condition" ? output with { Description = "The weather." } : output)] }, history],
            "optional input added" => [weather with { Inputs = [City, City with { Name = "country", Required = false }] }, history],
            "input no longer required" => [weather with { Inputs = [City with { Required = false }] }, history],
            "input longer" => [weather with { Inputs = [City with { MaxLength = 120 }] }, history],
            "default changed" => [weather, history with { Inputs = [.. history.Inputs.Select(input => input.Name == "page_size" ? input with { Default = "20" } : input)] }],
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, message: null),
        };
    }
}
