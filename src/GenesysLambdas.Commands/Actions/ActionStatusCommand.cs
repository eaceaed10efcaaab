using GenesysLambdas.Commands.Printing;
using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Live;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Commands.Actions;

internal sealed class ActionStatusCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal, PlatformAccess access)
{
    private readonly PlatformOptions _platform = new(access, terminal);

    private readonly FunctionOptions _functions = new(contracts);

    private readonly Option<string> _committed = ActionOptions.CommittedActions();

    public Command Create() => ToolCommand.Create(
        "status",
        "Compares the code, the committed file and Genesys Cloud for each data action, and shows how often it ran in the last 24 hours. "
        + "Changes nothing. Without --stack-outputs or --function-arn, ARNs are not compared, and an action that is not in Genesys Cloud counts as "
        + "not deployed. Exit code 0: all up to date; 2: something differs; 1: failure.",
        [.. _functions.All, .. _platform.All, _committed],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var stack = _functions.Stack(result);
        var functions = _functions.Functions(result, stack);
        var files = ActionFiles.Read(ActionOptions.Folder(result, _committed));
        var actions = ActionPlan.Create(contracts, files);
        using var client = _platform.Open(result);
        var integration = await _platform.IntegrationAsync(result, client, cancellationToken);
        var role = await integration.RoleAsync(client, cancellationToken);
        var status = Progress.ShowAsync(terminal, "Comparing the actions", ReadAsync(), Progress.Patience);
        var report = new StatusReport(client.Region, integration, role, stack?.Role, await status) { StackHasNoRole = stack is { Role: null } };
        report.Write(terminal);
        return report.Agrees ? ExitCode.Success : ExitCode.OutOfDate;

        async Task<IReadOnlyList<ActionStatus>> ReadAsync()
        {
            var plan = new PublishPlan(client, await LiveAction.ListAsync(client, integration, cancellationToken), actions);
            var statistics = await ActionStatistics.ReadAsync(client, integration, access.Time.GetUtcNow(), cancellationToken);
            return await ActionStatus.ReadAllAsync(plan, files, functions, statistics, cancellationToken);
        }
    }
}
