using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.Removal;

namespace GenesysLambdas.Commands;

internal sealed class RemoveCommand(Suite suite, Terminal terminal)
{
    private readonly Argument<string> _lookup = new("lookup") { Description = "The lookup's name." };

    private readonly Option<bool> _neverPublished = Options.Flag(
        "--never-published",
        "The data action was never created in Genesys Cloud, so a new lookup can reuse the name.");

    private readonly Option<bool> _force = Options.Flag("--force", "Remove it even if other files refer to it.");
    private readonly Option<bool> _yes = Confirmation.Yes();
    private readonly Option<string?> _root = Options.Root();

    public Command Create() => ToolCommand.Create(
        "remove",
        "Deletes a lookup with its stand-in, tests, saved requests and generated files. Fails if other files refer to it. "
        + "A published data action stays in Genesys Cloud, and stops working once the function is gone.",
        [_lookup, _neverPublished, _force, _yes, _root],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var repository = suite.In(result.GetValue(_root));
        repository.CheckSources();
        var lookup = LookupNames.Find(suite.Contracts, result.GetRequiredValue(_lookup));
        var removal = LookupRemoval.Plan(repository, lookup, wasPublished: !result.GetValue(_neverPublished));
        if (removal.BrokenPlaces.Length > 0 && !result.GetValue(_force))
        {
            throw new ToolException(
                $"Nothing was changed, because other files refer to {lookup.Name}:\n{removal.BrokenPlaces}"
                + "Update them first, or use --force if they mean something else.");
        }

        await terminal.Out.WriteAsync(removal.Announcement);
        if (!result.GetValue(_yes))
        {
            await Confirmation.AskAsync(terminal, $"Remove {lookup.Name}?", "To remove it, run this again with --yes.", cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        SuiteFiles.Write(repository.Root, removal.Changes);
        await terminal.Out.WriteAsync(removal.NextSteps);
        return ExitCode.Success;
    }
}
