using System.Text.Json.Nodes;
using GenesysLambdas.Commands.Arguments;
using GenesysLambdas.Commands.Terminals;

namespace GenesysLambdas.Commands.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Prints_help_without_a_command()
    {
        Assert.Equal(0, await _terminal.RunAsync());
        Assert.All(["lookups", "invoke", "serve", "new", "generate", "remove", "actions"], command => Assert.Contains(command, _terminal.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_command_is_an_error_that_names_the_commands()
    {
        Assert.Equal(1, await _terminal.RunAsync("invok"));
        Assert.StartsWith("There is no command 'invok'. The commands are: lookups, invoke, serve, new, generate, remove, actions.", _terminal.Error, StringComparison.Ordinal);
        Assert.Empty(_terminal.Out);
    }

    [Fact]
    public async Task An_unknown_option_of_a_subcommand_is_an_error()
    {
        Assert.Equal(1, await _terminal.RunAsync("actions", "export", "--otput"));
        Assert.Equal("'export' does not take --otput.\nAdd --help for help.", _terminal.Error.Trim().ReplaceLineEndings("\n"));
        Assert.Equal(0, await _terminal.RunAsync("actions", "export", "--otput", "--help"));
        Assert.Contains("--output", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_the_lookups_with_inputs_and_outputs()
    {
        Assert.Equal(0, await _terminal.RunAsync("lookups"));

        Assert.Contains("current-weather: The weather now in a city.", _terminal.Out, StringComparison.Ordinal);
        Assert.Matches(@"in +city_name +string +The city\. \(required, 1 to 100 characters\)", _terminal.Out);
        Assert.Matches(@"in +page_size +integer +Entities of a page\. \(default 50, 1 to 100\)", _terminal.Out);
        Assert.Matches(@"in +exact +boolean +Whether exactly\. \(optional\)", _terminal.Out);
        Assert.Matches(@"in +locale +string +The language\. \(default en-US, a language tag\)", _terminal.Out);
        Assert.Matches(@"out +ids +string\[\] +Their ids\.", _terminal.Out);
    }

    [Fact]
    public async Task Lists_the_lookups_as_JSON()
    {
        Assert.Equal(0, await _terminal.RunAsync("lookups", "--json"));

        var lookups = JsonNode.Parse(_terminal.Out)!.AsArray();
        Assert.Equal(["current-weather", "list-invocations"], lookups.Select(lookup => (string?)lookup!["name"]));
        Assert.Equal(
            """{"name":"page_size","type":"integer","description":"Entities of a page.","required":false,"default":50,"minimum":1,"maximum":100}""",
            lookups[1]!["inputs"]![0]!.ToJsonString());
        Assert.Equal(
            """{"name":"ids","type":"string","array":true,"description":"Their ids."}""",
            lookups[1]!["outputs"]![0]!.ToJsonString());
    }

    // System.CommandLine handles SIGINT only once the action has returned its task, so not before the action's first await.
    [Fact]
    public async Task Ctrl_C_is_handled_before_a_command_works()
    {
        using var isWatchedFor = new ManualResetEventSlim();
        var terminal = new Terminal(Stream.Null, TextWriter.Null, Stream.Null, TextWriter.Null, CanAsk: false);
        var command = ToolCommand.Create(
            "work", "Works.", [], terminal, (_, _) => Task.FromResult(isWatchedFor.Wait(TimeSpan.FromSeconds(5), CancellationToken.None) ? 0 : 1));

        var invocation = command.Parse([]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        isWatchedFor.Set();

        Assert.Equal(0, await invocation);
    }
}
