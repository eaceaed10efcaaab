using System.CommandLine;
using GenesysLambdas.Cli.Actions;
using GenesysLambdas.Cli.Actions.Terraform;

namespace GenesysLambdas.Cli.Commands;

/// <summary><c>actions terraform</c>: writes the same actions for CX as Code.</summary>
internal sealed class TerraformActionsCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal)
{
    private readonly Option<string> _output = new("--output", "-o")
    {
        HelpName = "DIR",
        Description = "Where to write.",
        DefaultValueFactory = _ => GeneratedFiles.Terraform,
    };

    private readonly Option<string> _committed = ActionsCommand.CommittedActions();

    private readonly Option<string?> _stack = ActionsCommand.Stack(
        $"Also write {TerraformVariables.ValuesFile}, with the ARNs of the deployed stack's role and functions.");

    public Command Create() => CommandLine.Create(
        "terraform",
        "Writes the credential, the integration and the actions for Genesys Cloud's Terraform provider (CX as Code), with variables for the ARNs of the role and the functions.",
        [_output, _committed, _stack],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var committed = ActionFiles.Read(ActionsCommand.Folder(result, _committed));
        var actions = ActionPlan.Create(contracts, committed);
        var files = TerraformModule.Files(actions, committed.Retired).ToList();
        if (result.GetValue(_stack) is { } file)
        {
            files.Add((TerraformVariables.ValuesFile, TerraformVariables.ValuesOf(actions, StackOutputs.Read(file, contracts))));
        }

        foreach (var (name, text) in files)
        {
            await terminal.Out.WriteLineAsync(GeneratedFiles.Write(result.GetRequiredValue(_output), name, text));
        }

        return ExitCode.Success;
    }
}
