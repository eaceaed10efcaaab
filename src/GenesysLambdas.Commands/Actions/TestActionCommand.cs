using System.Diagnostics;
using GenesysLambdas.Commands.Printing;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Live;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Commands.Actions;

internal sealed class TestActionCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal, PlatformAccess access)
{
    private readonly PlatformOptions _platform = new(access, terminal);

    private readonly Argument<string?> _lookup = new("lookup") { Description = "The lookup's name.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string[]> _inputs = InputArguments.Argument();

    private readonly Option<int?> _version = new("--version")
    {
        HelpName = "N",
        Description = "The version of the action; 1 is the one without a number. [default: the latest]",
    };

    private readonly Option<bool> _draft = Options.Flag("--draft", "Test the draft instead of what is published.");
    private readonly Option<bool> _live = Options.Flag("--live", "Run it like a flow. By default it runs as a test, which shows its steps.");

    private readonly Option<bool> _all = Options.Flag(
        "--all",
        $"Run every request in {SmokeTest.List} and print a line for each: a smoke test for a pipeline.");

    private readonly Option<bool> _json = Options.Flag("--json", "Print only the action's output, as JSON.");
    private readonly Option<string> _committed = ActionOptions.CommittedActions();
    private readonly Option<string?> _root = Options.Root();

    public Command Create() => ToolCommand.Create(
        "test",
        "Runs a data action in Genesys Cloud and prints each step and the outputs. This calls the deployed function and the real external API. "
        + "Exit code 0: success; 2: the action failed or its answer is an error; 1: it was not run.",
        [_lookup, _inputs, _version, _draft, _live, _all, _json, .. _platform.All, _committed, _root],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        if (result.GetValue(_live) && result.GetValue(_draft))
        {
            throw new ToolException("--live and --draft cannot be combined, because flows cannot use a draft.");
        }

        if (result.GetValue(_all))
        {
            return result.GetValue(_lookup) is null && !result.GetValue(_json) && result.GetValue(_version) is null
                ? await TestAllAsync(result, cancellationToken)
                : throw new ToolException("--all runs the latest version of every action, so it cannot be combined with a lookup, --version or --json.");
        }

        var lookup = LookupNames.Find(contracts, result.GetValue(_lookup));
        var inputs = InputArguments.ToInputs(lookup, result.GetValue(_inputs) ?? []);
        var files = ActionFiles.Read(ActionOptions.Folder(result, _committed));
        var version = result.GetValue(_version) is { } number ? new ActionVersion(lookup.Name, number) : LastVersion(lookup, files);
        using var client = _platform.Open(result);
        var live = await ListAsync(result, client, cancellationToken);
        var action = live.FirstOrDefault(action => action.Name == version.ActionName);
        var (test, duration) = await RunAsync(result, client, action, inputs, cancellationToken);
        return await PrintAsync(lookup, test ?? throw new ToolException(Missing(result, action, version)), duration, result.GetValue(_json));
    }

    private async Task<int> TestAllAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var tests = SmokeTest.Read(contracts, result.GetValue(_root) ?? "");
        var files = ActionFiles.Read(ActionOptions.Folder(result, _committed));
        using var client = _platform.Open(result);
        var live = await ListAsync(result, client, cancellationToken);
        var report = new SmokeTestReport(terminal.Out, [.. tests.Select(test => test.Name)]);
        foreach (var smokeTest in tests)
        {
            var version = LastVersion(smokeTest.Lookup, files);
            var action = live.FirstOrDefault(action => action.Name == version.ActionName);
            var (test, duration) = await RunAsync(result, client, action, smokeTest.Inputs, cancellationToken);
            await (test is null ? report.SkipAsync(smokeTest, Missing(result, action, version)) : report.AddAsync(smokeTest, test, duration));
        }

        return await report.EndAsync();
    }

    private async Task<IReadOnlyList<LiveAction>> ListAsync(ParseResult result, PlatformClient client, CancellationToken cancellationToken)
    {
        var integration = await _platform.IntegrationAsync(result, client, cancellationToken);
        return await Progress.ShowAsync(terminal, "Reading the actions", LiveAction.ListAsync(client, integration, cancellationToken), Progress.Patience);
    }

    private async Task<(ActionTest? Test, TimeSpan Duration)> RunAsync(
        ParseResult result, PlatformClient client, LiveAction? action, JsonObject inputs, CancellationToken cancellationToken)
    {
        if (action is null)
        {
            return default;
        }

        var started = Stopwatch.GetTimestamp();
        var run = result.GetValue(_live) ? ActionTest.ExecuteAsync(client, action.Path, inputs, cancellationToken)
            : ActionTest.RunAsync(client, result.GetValue(_draft) ? action.DraftPath : action.Path, inputs, cancellationToken);
        var test = await Progress.ShowAsync(terminal, $"Running {action.Name}", run, Progress.Patience);
        return (test, Stopwatch.GetElapsedTime(started));
    }

    private async Task<int> PrintAsync(LookupContract lookup, ActionTest test, TimeSpan duration, bool asJson)
    {
        if (!asJson && test.Steps.Count > 0)
        {
            await terminal.Out.WriteLineAsync(TestSteps.Write(test.Steps));
        }

        if (test.Output is null)
        {
            var shown = asJson ? [] : test.Steps.SelectMany(step => step.Errors);
            string[] lines = ["The action has no output.", .. test.Errors.Except(shown), .. TestSteps.Advice(test)];
            await terminal.Error.WriteLineAsync(string.Join("\n  ", lines));
            return ExitCode.AnswerIsError;
        }

        var answer = new InvocationResult("", JsonSerializer.SerializeToUtf8Bytes(test.Output), FunctionError: null, duration, InitDuration: null);
        return await new ResultPrinter(terminal, lookup).PrintAsync(answer, asJson, withLog: false);
    }

    private string Missing(ParseResult result, LiveAction? action, ActionVersion version) =>
        action is null ? $"There is no action '{version.ActionName}' in the integration: 'actions publish' creates it."
        : result.GetValue(_draft) ? $"'{action.Name}' has no draft: 'actions publish --draft' creates one if there is something to change."
        : $"'{action.Name}' is not published, but it has a draft. Test that with --draft.";

    private static ActionVersion LastVersion(LookupContract lookup, ActionFiles files) =>
        files.VersionsOf(lookup.Name) is [.., var last] ? last.Version : files.Next(lookup.Name);
}
