using System.CommandLine;
using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.Removal;

namespace GenesysLambdas.Commands;

/// <summary><c>remove</c>: takes a lookup out again, with all that belongs to it.</summary>
internal sealed class RemoveCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal)
{
    private readonly Argument<string> _lookup = new("lookup") { Description = "The lookup's name." };

    private readonly Option<bool> _neverPublished = new("--never-published") { Description = "Its data action was never created in Genesys Cloud, so a new lookup may have its name." };

    private readonly Option<bool> _force = new("--force") { Description = "Remove it even if other files refer to it." };

    private readonly Option<bool> _yes = Confirmation.Yes();

    private readonly Option<string?> _root = GenerateCommand.Root();

    public Command Create() => CommandLine.Create(
        "remove",
        "Deletes a lookup, its stand-in, tests and saved requests, and what follows from it. Refuses where other files refer to it. "
        + "A published data action stays in Genesys Cloud, and breaks once the function is gone.",
        [_lookup, _neverPublished, _force, _yes, _root],
        terminal,
        RunAsync);

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var root = result.GetValue(_root) ?? "";
        SourceLookups.Check(root, contracts);
        var lookup = LookupNames.Find(contracts, result.GetRequiredValue(_lookup));
        LookupContract[] others = [.. contracts.Where(other => other != lookup)];
        if (others.Length == 0)
        {
            throw new ToolException($"{lookup.Name} is the only lookup. Add another one first.");
        }

        var removal = LookupRemoval.Plan(root, lookup, others, wasPublished: !result.GetValue(_neverPublished));
        var broken = removal.References.Where(reference => !reference.IsProse).Select(reference => reference.Place).ToList();
        if (broken.Count > 0 && !result.GetValue(_force))
        {
            throw new ToolException($"Nothing is changed, because other files refer to {lookup.Name}:\n{RemovalReport.Places(broken)}Change these places first, or repeat this with --force if they mean something else.");
        }

        await terminal.Out.WriteAsync(RemovalReport.Before(lookup, removal));
        if (!result.GetValue(_yes))
        {
            await Confirmation.AskAsync(terminal, $"Remove {lookup.Name}?", "To remove it, repeat this with --yes.", cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        SuiteFiles.Write(root, removal.Changes);
        await terminal.Out.WriteAsync(RemovalReport.After(lookup, removal));
        return ExitCode.Success;
    }
}
