using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Tooling.Actions;

namespace GenesysLambdas.Commands.Actions;

internal sealed class ExportActionsCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal)
{
    private const string WebServicesFolder = "out/web-services";

    private readonly Option<string?> _output = Options.Text("--output", "DIR", "Where to write. [default: same as --actions]", "-o");
    private readonly Option<string> _committed = ActionOptions.CommittedActions();
    private readonly Option<string?> _stack = ActionOptions.Stack("Take the functions' ARNs from the deployed stack.");

    private readonly Option<string[]> _functions = Options.Texts(
        "--function-arn", "LOOKUP=ARN",
        "The ARN of a lookup's function; can be repeated. Without it, the action gets a placeholder and cannot run.");

    private readonly Option<bool> _defaultTemplates = Options.Flag(
        "--default-templates",
        "Use Genesys Cloud's default templates: a flat request and a flat answer. The functions support both.");

    private readonly Option<string[]> _newVersion = new("--new-version")
    {
        HelpName = "LOOKUP",
        Description = "Write the lookup's changed contract as a new action with a new name. "
            + "By default, the latest version's file is updated, and the published action stays unchanged.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _webServices = Options.Text(
        "--web-services", "URL",
        $"Write web services data actions instead, which call the stack's HTTP API at this address. "
        + $"They are written to {WebServicesFolder} by default.");

    private readonly Option<string?> _tokenHeader = Options.Text(
        "--token-header", "NAME",
        "With --web-services: the header for the bare token, as the stack's HttpTokenHeader. [default: a bearer token in Authorization]");

    private readonly Option<bool> _jwt = Options.Flag(
        "--jwt",
        "With --web-services, for HttpAccess=jwt: use the token that the integration's authentication action fetches.");

    public Command Create() => ToolCommand.Create(
        "export",
        "Writes a file for each version of each lookup, for Admin > Integrations > Actions > Import. "
        + "Fails without writing anything if the code breaks a committed contract: a published contract cannot be changed.",
        [_output, _committed, _stack, _functions, _defaultTemplates, _newVersion, _webServices, _tokenHeader, _jwt],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var committed = ActionOptions.Folder(result, _committed);
        var service = Target(result);
        var output = result.GetValue(_output) ?? (service is null ? committed : WebServicesFolder);
        var renewed = (result.GetValue(_newVersion) ?? []).Select(name => LookupNames.Find(contracts, name)).ToList();
        if (renewed.Count > 0 && Path.GetFullPath(output) != Path.GetFullPath(committed))
        {
            throw new ToolException("--new-version changes the committed actions, so it cannot be used with --output or --web-services.");
        }

        if (service is not null && Path.GetFullPath(output) == Path.GetFullPath(committed))
        {
            throw new ToolException($"{output} has the committed actions, which invoke the functions. Name another folder for the web services data actions.");
        }

        var stack = result.GetValue(_stack) is { } file ? StackOutputs.Read(file, contracts) : null;
        var functions = new FunctionArns(contracts, result.GetValue(_functions) ?? [], stack);
        var templates = result.GetValue(_defaultTemplates) ? ActionTemplates.Default : ActionTemplates.Canonical;
        var planned = ActionPlan.Create(contracts, ActionFiles.Read(committed), renewed);
        // Only a lookup that is deployed has a route.
        var actions = planned.Where(action => service is null || stack is null || stack.FunctionOf(action.Lookup) is not null).ToList();
        foreach (var action in actions)
        {
            var call = service?.Call(action.Lookup) ?? ActionCall.Lambda(action.Lookup, functions.Find(action.Lookup));
            var path = GeneratedFiles.Write(output, action.Version.FileName, action.ImportFile(call, templates));
            await terminal.Out.WriteLineAsync($"{path}: {action.Version.ActionName}");
        }

        if (!Directory.Exists(committed))
        {
            await terminal.Error.WriteLineAsync($"There are no committed actions in {committed}, so every action is named as a first version.");
        }

        var without = actions.Where(action => functions.Find(action.Lookup) is null).Select(action => action.Lookup.Name).Distinct().ToList();
        if (service is null && without.Count > 0)
        {
            await terminal.Error.WriteLineAsync(
                $"The function's ARN is unknown for {string.Join(", ", without)}: the files have a placeholder, which cannot run. "
                + "See --stack-outputs and --function-arn.");
        }

        return ExitCode.Success;
    }

    private WebService? Target(ParseResult result)
    {
        var (tokenHeader, isJwt) = (result.GetValue(_tokenHeader), result.GetValue(_jwt));
        if (result.GetValue(_webServices) is { } address)
        {
            return result.GetValue(_functions) is { Length: > 0 }
                ? throw new ToolException("--function-arn is for actions that invoke the functions, not for --web-services.")
                : new WebService(address, tokenHeader, isJwt);
        }

        return tokenHeader is null && !isJwt ? null : throw new ToolException("--token-header and --jwt can only be used with --web-services.");
    }
}
