using System.CommandLine;
using GenesysLambdas.Scaffolding.Generation;

namespace GenesysLambdas.Commands;

/// <summary><c>generate</c>: brings up to date what follows from the lookups.</summary>
internal sealed class GenerateCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal)
{
    /// <summary>What to type in the root of the repository.</summary>
    public const string InShell = "dotnet run --project src/GenesysLambdas.Cli -- generate";

    private readonly Option<bool> _check = new("--check") { Description = $"Write nothing. Print the differences, if there are any, and exit with {ExitCode.OutOfDate}." };

    private readonly Option<string?> _root = Root();

    public static Option<string?> Root() => new("--root") { HelpName = "DIR", Description = "The repository's folder. [default: the current folder]" };

    public Command Create() => CommandLine.Create(
        "generate",
        "Brings up to date what follows from the lookups: their part of template.yaml, README's table, the data actions and their Terraform files. "
        + "Refuses, and writes nothing, where the code breaks the contract of a committed action: see 'actions export'.",
        [_check, _root],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var root = result.GetValue(_root) ?? "";
        SourceLookups.Check(root, contracts);
        var changes = SuiteFiles.Changes(root, contracts);
        foreach (var warning in SuiteFiles.Warnings(root, changes))
        {
            await terminal.Error.WriteLineAsync(warning);
        }

        if (changes.Count == 0)
        {
            await terminal.Out.WriteLineAsync("Everything that follows from the lookups is up to date.");
            return ExitCode.Success;
        }

        if (result.GetValue(_check))
        {
            await terminal.Out.WriteAsync(string.Concat(changes.Select(TextDifference.Of)));
            await terminal.Error.WriteLineAsync($"Run '{InShell}', and commit what it writes.");
            return ExitCode.OutOfDate;
        }

        cancellationToken.ThrowIfCancellationRequested();
        SuiteFiles.Write(root, changes);
        await terminal.Out.WriteLineAsync(string.Join('\n', changes.Select(change => change.Path)));
        return ExitCode.Success;
    }
}
