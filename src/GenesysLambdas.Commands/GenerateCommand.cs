using GenesysLambdas.Scaffolding.Generation;

namespace GenesysLambdas.Commands;

internal sealed class GenerateCommand(Suite suite, Terminal terminal)
{
    private readonly Option<bool> _check = Options.Flag(
        "--check",
        $"Write nothing. If anything is out of date, print the differences and exit with {ExitCode.OutOfDate}.");

    private readonly Option<string?> _root = Options.Root();

    public Command Create() => ToolCommand.Create(
        "generate",
        "Updates the generated files: the lookups' part of template.yaml, the tables in README.md and docs/settings.md, the data actions "
        + "and their Terraform files. Fails without writing anything if the code breaks the contract of a committed action; see 'actions export'.",
        [_check, _root],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var repository = suite.In(result.GetValue(_root));
        repository.CheckSources();
        var changes = SuiteFiles.Changes(repository.Root, repository.Lookups);
        foreach (var warning in SuiteFiles.Warnings(repository.Root, changes))
        {
            await terminal.Error.WriteLineAsync(warning);
        }

        if (changes.Count == 0)
        {
            await terminal.Out.WriteLineAsync("All generated files are up to date.");
            return ExitCode.Success;
        }

        if (result.GetValue(_check))
        {
            await terminal.Out.WriteAsync(string.Concat(changes.Select(TextDifference.Of)));
            await terminal.Error.WriteLineAsync($"Run '{suite.Code.Projects.InShell("generate")}', and commit what it writes.");
            return ExitCode.OutOfDate;
        }

        cancellationToken.ThrowIfCancellationRequested();
        SuiteFiles.Write(repository.Root, changes);
        await terminal.Out.WriteLineAsync(string.Join('\n', changes.Select(change => change.Path)));
        return ExitCode.Success;
    }
}
