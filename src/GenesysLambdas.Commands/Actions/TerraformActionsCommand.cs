using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Terraform;

namespace GenesysLambdas.Commands.Actions;

internal sealed class TerraformActionsCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal)
{
    private const string WebServicesFolder = "out/web-services-terraform";

    private readonly Option<string?> _output = Options.Text(
        "--output", "DIR", $"Where to write, with copies of the actions' files. [default: {GeneratedFiles.Terraform}, without copies]", "-o");

    private readonly Option<string> _committed = ActionOptions.CommittedActions();

    private readonly Option<string?> _stack = ActionOptions.Stack(
        $"Also write {TerraformFolder.ValuesFile}, with the ARNs of the deployed stack's role and functions.");

    private readonly Option<bool> _webServices = Options.Flag(
        "--web-services",
        $"Write web services data actions instead, which call the stack's HTTP API with a token. "
        + $"They are written to {WebServicesFolder} by default.");

    private readonly Option<string?> _tokenHeader = Options.Text(
        "--token-header", "NAME",
        "With --web-services: the header for the bare token. [default: a bearer token in Authorization]");

    public Command Create() => ToolCommand.Create(
        "terraform",
        "Writes the credential, the integration and the actions for Genesys Cloud's Terraform provider (CX as Code), "
        + "with variables for the ARNs of the role and the functions.",
        [_output, _committed, _stack, _webServices, _tokenHeader],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var committed = ActionFiles.Read(ActionOptions.Folder(result, _committed));
        var actions = ActionPlan.Create(contracts, committed);
        var isWebService = result.GetValue(_webServices);
        var tokenHeader = result.GetValue(_tokenHeader);
        if (tokenHeader is not null && !isWebService)
        {
            throw new ToolException("--token-header can only be used with --web-services.");
        }

        var output = result.GetValue(_output) ?? (isWebService ? WebServicesFolder : GeneratedFiles.Terraform);
        TerraformFolder folder = isWebService
            ? new WebServicesTerraform(actions, committed.Retired, tokenHeader)
            : new FunctionsTerraform(actions, committed, output);
        var files = folder.Files().ToList();
        if (result.GetValue(_stack) is { } file)
        {
            files.Add((TerraformFolder.ValuesFile, folder.ValuesOf(StackOutputs.Read(file, contracts))));
        }

        foreach (var (name, text) in files)
        {
            await terminal.Out.WriteLineAsync(GeneratedFiles.Write(output, name, text));
        }

        if (folder.ReadsCommittedFiles && committed.OutOfDate(actions) is { Count: > 0 } report)
        {
            await terminal.Error.WriteLineAsync(string.Join('\n', [.. report, $"Terraform reads these files. {GeneratedFiles.Advice}"]));
        }

        return ExitCode.Success;
    }
}
