using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Commands.Actions;

internal sealed class RetireActionCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal)
{
    private readonly Argument<string> _lookup = new("lookup") { Description = "The lookup's name." };
    private readonly Option<int> _version = new("--version") { HelpName = "N", Description = "The version; 1 is the one without a number.", Required = true };
    private readonly Option<bool> _yes = Confirmation.Yes();
    private readonly Option<string> _committed = ActionOptions.CommittedActions();

    public Command Create() => ToolCommand.Create(
        "retire",
        "Removes a version's file, so that the code can break its contract. The action stays in Genesys Cloud: "
        + "retire it only when no flow uses it any more.",
        [_lookup, _version, _yes, _committed],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var files = ActionFiles.Read(ActionOptions.Folder(result, _committed));
        var version = new ActionVersion(result.GetRequiredValue(_lookup), result.GetRequiredValue(_version));
        var action = files.Find(version) ?? throw new ToolException(
            $"There is no version {version.Number} of '{version.Lookup}' in {files.Folder}. "
            + $"The versions are: {string.Join(", ", files.Kept.Select(kept => kept.Version.FileName))}.");

        await terminal.Out.WriteLineAsync(Meaning(action, files));
        if (!result.GetValue(_yes))
        {
            await Confirmation.AskAsync(
                terminal, $"Retire '{version.ActionName}'?", "If no flow uses it any more, run this again with --yes.", cancellationToken);
        }

        GeneratedFiles.Write(files.Folder, ActionFiles.RetiredFile, files.Retire([version]).RetiredText);
        GeneratedFiles.Delete(action.Path);
        await terminal.Out.WriteLineAsync($"{action.Path} is removed. {GeneratedFiles.Advice}");
        return ExitCode.Success;
    }

    private string Meaning(CommittedAction action, ActionFiles files)
    {
        var version = action.Version;
        var lookup = contracts.FirstOrDefault(contract => contract.Name == version.Lookup);
        var breaks = action.BrokenBy(lookup);
        string[] lines =
        [
            $"'{version.ActionName}' stays in Genesys Cloud. Flows that still use it keep calling the function, "
                + $"and will break once the deployed function breaks the contract in {action.Path}.",
            .. breaks.Count == 0 ? ["The current code does not break that contract."]
                : breaks.Select(description => $"  The current code breaks it: {description}"),
            .. lookup is not null && files.VersionsOf(version.Lookup).Count == 1
                ?
                [
                    $"It is the only version: the next export creates '{files.Next(version.Lookup).ActionName}', a different action "
                        + "that flows must be moved to.",
                ]
                : Array.Empty<string>(),
        ];
        return string.Join('\n', lines);
    }
}
