using GenesysLambdas.Publishing;

namespace GenesysLambdas.Commands.Actions;

internal sealed class CheckActionsCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal)
{
    private readonly Option<string> _actions = ActionOptions.CommittedActions();
    private readonly Option<string> _terraform = Options.Folder("--terraform", "The committed Terraform files.", GeneratedFiles.Terraform);

    public Command Create() => ToolCommand.Create(
        "check",
        "Checks that the committed files are what 'export' and 'terraform' would write, and that the code breaks no committed contract. "
        + "Exit code 0: up to date; 1: not. ARNs in the files are ignored.",
        [_actions, _terraform],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var report = new ActionCheck(contracts, ActionOptions.Folder(result, _actions), result.GetRequiredValue(_terraform)).Run();
        if (report.Count > 0)
        {
            throw new ToolException(string.Join('\n', report));
        }

        await terminal.Out.WriteLineAsync($"The data actions and their Terraform files are up to date.");
        return ExitCode.Success;
    }
}
