using System.CommandLine;
using GenesysLambdas.Cli.Actions;

namespace GenesysLambdas.Cli.Commands;

/// <summary><c>actions export</c>: writes the files that Genesys Cloud imports.</summary>
internal sealed class ExportActionsCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal)
{
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "DIR", Description = "Where to write. [default: same as --actions]" };

    private readonly Option<string> _committed = ActionsCommand.CommittedActions();

    private readonly Option<string?> _stack = ActionsCommand.Stack("Take the functions' ARNs from the deployed stack.");

    private readonly Option<string[]> _functions = new("--function-arn")
    {
        HelpName = "LOOKUP=ARN",
        Description = "The ARN of one lookup's function; repeat it for more. Without an ARN the action gets a placeholder, which cannot run.",
    };

    private readonly Option<bool> _defaultTemplates = new("--default-templates")
    {
        Description = "Use Genesys Cloud's default templates: a flat request, a flat answer. The functions answer these, too.",
    };

    private readonly Option<string[]> _newVersion = new("--new-version")
    {
        HelpName = "LOOKUP",
        Description = "Write the lookup's changed contract as a new action with a new name. Without this, the last version's file is updated, and the published action stays as it is.",
        AllowMultipleArgumentsPerToken = true,
    };

    public Command Create() => CommandLine.Create(
        "export",
        "Writes a file for each version of each lookup, for Admin > Integrations > Actions > Import. "
        + "Refuses, and writes nothing, where the code breaks the contract of a committed one: a published contract cannot be changed.",
        [_output, _committed, _stack, _functions, _defaultTemplates, _newVersion],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var committed = ActionsCommand.Folder(result, _committed);
        var output = result.GetValue(_output) ?? committed;
        var renewed = (result.GetValue(_newVersion) ?? []).Select(name => LookupNames.Find(contracts, name)).ToList();
        if (renewed.Count > 0 && Path.GetFullPath(output) != Path.GetFullPath(committed))
        {
            throw new ToolException("--new-version changes the committed actions, so it cannot be used with --output.");
        }

        var stack = result.GetValue(_stack) is { } file ? StackOutputs.Read(file, contracts) : null;
        var functions = new FunctionArns(contracts, result.GetValue(_functions) ?? [], stack);
        var templates = result.GetValue(_defaultTemplates) ? ActionTemplates.Default : ActionTemplates.Canonical;
        var actions = ActionPlan.Create(contracts, ActionFiles.Read(committed), renewed);
        foreach (var action in actions)
        {
            var path = GeneratedFiles.Write(output, action.Version.FileName, action.ImportFile(functions.Find(action.Lookup), templates));
            await terminal.Out.WriteLineAsync($"{path}: {action.Version.ActionName}");
        }

        if (!Directory.Exists(committed))
        {
            await terminal.Error.WriteLineAsync($"There are no committed actions in {committed}, so every action is named as a first version.");
        }

        var without = actions.Where(action => functions.Find(action.Lookup) is null).Select(action => action.Lookup.Name).Distinct().ToList();
        if (without.Count > 0)
        {
            await terminal.Error.WriteLineAsync(
                $"The function's ARN is not known for {string.Join(", ", without)}: the files have a placeholder, which cannot run. See --stack-outputs and --function-arn.");
        }

        return ExitCode.Success;
    }
}
