using GenesysLambdas.Commands.Printing;
using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Live;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Commands.Actions;

internal sealed class PublishActionsCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal, PlatformAccess access)
{
    private readonly PlatformOptions _platform = new(access, terminal);

    private readonly FunctionOptions _functions = new(contracts);

    private readonly Argument<string[]> _lookups = new("lookup")
    {
        Description = "The lookups. [default: all that are deployed]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _committed = ActionOptions.CommittedActions();

    private readonly Option<bool> _draft = Options.Flag(
        "--draft",
        "Stop after Genesys Cloud has validated the drafts, so that you can review them. Run this again without --draft to publish them.");

    private readonly Option<bool> _dryRun = Options.Flag("--dry-run", "Show the plan without changing anything.");
    private readonly Option<bool> _yes = Confirmation.Yes();

    public Command Create() => ToolCommand.Create(
        "publish",
        "Publishes or updates the data actions in Genesys Cloud, after showing the plan. "
        + "Never deletes anything and never changes a published contract. "
        + "Exit code 0: done; 2: some steps are left to you ('new version', 'not ours'); 1: failure.",
        [_lookups, .. _functions.All, _draft, _dryRun, _yes, .. _platform.All, _committed],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var stack = _functions.Stack(result);
        var functions = _functions.Functions(result, stack)
            ?? throw new ToolException("Specify the functions that the actions invoke: --stack-outputs, or --function-arn for each lookup.");
        var chosen = Chosen(result, functions);
        var actions = ReadActions(result);
        if (stack is { Role: null })
        {
            await terminal.Error.WriteLineAsync(
                $"{StackOutputs.NoRole} The actions will get a 403, unless the integration uses another role that may invoke the functions.");
        }

        using var client = _platform.Open(result);
        var integration = await _platform.IntegrationAsync(result, client, cancellationToken);
        var live = await Progress.ShowAsync(terminal, "Reading the actions", LiveAction.ListAsync(client, integration, cancellationToken), Progress.Patience);
        var plan = new PublishPlan(client, live, actions);
        var planned = await CompareAsync(plan, actions.Where(action => chosen.Count == 0 || chosen.Contains(action.Lookup)), functions, cancellationToken);
        await terminal.Out.WriteLineAsync(PublishReport.Write(client.Region, integration, planned, plan.Others(planned)));
        var todo = planned.Where(action => action.IsToDo).ToList();
        var left = planned.Any(action => action.Step is PublishStep.NewVersion or PublishStep.NotOurs) ? ExitCode.OutOfDate : ExitCode.Success;
        if (todo.Count == 0 || result.GetValue(_dryRun))
        {
            await terminal.Out.WriteLineAsync(
                todo.Count > 0 ? "Nothing was changed (--dry-run)."
                : left == ExitCode.Success ? "There is nothing to publish."
                : "There is nothing that this command can publish.");
            return left;
        }

        if (!result.GetValue(_yes))
        {
            var what = todo.Count == 1 ? "1 action" : $"{todo.Count} actions";
            var question = result.GetValue(_draft) ? $"Create drafts of {what}?" : $"Publish {what}?";
            await Confirmation.AskAsync(terminal, question, "To go ahead, run this again with --yes.", cancellationToken);
        }

        return await PublishAsync(new Publisher(client, integration), todo, result.GetValue(_draft), cancellationToken) ? left : ExitCode.ToolFailed;
    }

    private List<LookupContract> Chosen(ParseResult result, FunctionArns functions)
    {
        var chosen = (result.GetValue(_lookups) ?? []).Select(name => LookupNames.Find(contracts, name)).ToList();
        if (chosen.Find(lookup => functions.Find(lookup) is null) is { } unknown)
        {
            throw new ToolException(
                $"The ARN of {unknown.Function} is unknown. Is it deployed? The stack has no output {StackOutputs.FunctionKey(unknown)}, "
                + $"and there is no --function-arn {unknown.Name}=<arn>.");
        }

        return chosen;
    }

    private IReadOnlyList<DataAction> ReadActions(ParseResult result)
    {
        var files = ActionFiles.Read(ActionOptions.Folder(result, _committed));
        var actions = ActionPlan.Create(contracts, files);
        // Only publish what is committed.
        return files.OutOfDate(actions) is { Count: > 0 } report
            ? throw new ToolException(string.Join('\n', [.. report, GeneratedFiles.Advice]))
            : actions;
    }

    private async Task<IReadOnlyList<PlannedAction>> CompareAsync(
        PublishPlan plan, IEnumerable<DataAction> actions, FunctionArns functions, CancellationToken cancellationToken)
    {
        var planned = new List<PlannedAction>();
        foreach (var action in actions)
        {
            var step = plan.PlanAsync(action, functions.Find(action.Lookup), cancellationToken);
            planned.Add(await Progress.ShowAsync(terminal, $"Comparing {action.Version.ActionName}", step, Progress.Patience));
        }

        return planned;
    }

    /// <returns>Whether Genesys Cloud accepted all of them.</returns>
    private async Task<bool> PublishAsync(Publisher publisher, List<PlannedAction> todo, bool draftOnly, CancellationToken cancellationToken)
    {
        var done = 0;
        for (var number = 1; number <= todo.Count; number++)
        {
            var action = todo[number - 1];
            var name = action.Action.Version.ActionName;
            var progress = $"[{number}/{todo.Count}] {name}";
            try
            {
                var objections = await Progress.ShowAsync(terminal, progress, publisher.RunAsync(action, draftOnly, cancellationToken), Progress.Patience);
                done += objections.Count == 0 ? 1 : 0;
                await terminal.Out.WriteLineAsync(string.Join("\n    ", [$"{progress}: {Outcome(objections, draftOnly)}", .. objections]));
            }
            catch (ToolException exception)
            {
                throw new ToolException($"{exception.Message}\n{done} of {todo.Count} done; '{name}' failed. Run this again to finish.");
            }
            catch (OperationCanceledException)
            {
                await terminal.Error.WriteLineAsync($"{done} of {todo.Count} done; '{name}' may be incomplete. Run this again to finish.");
                throw;
            }
        }

        return done == todo.Count;
    }

    private static string Outcome(IReadOnlyList<string> objections, bool draftOnly) => objections.Count > 0
        ? "Genesys Cloud rejects the draft:"
        : draftOnly ? "the draft is valid" : "published";
}
