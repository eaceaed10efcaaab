using GenesysLambdas.Contracts;

namespace GenesysLambdas.Cli.Actions;

/// <summary>Which action each lookup is: the committed one, or, where its contract breaks, a new one.</summary>
internal static class ActionPlan
{
    /// <summary>The actions, in the order of the lookups.</summary>
    /// <param name="lookups">Every lookup.</param>
    /// <param name="folder">The folder of the committed actions.</param>
    /// <param name="renewed">The lookups that get a new action; empty: those whose contract breaks; null: none.</param>
    /// <exception cref="ToolException">A committed contract would break, or one that is to be new has not changed.</exception>
    public static IReadOnlyList<DataAction> Of(IReadOnlyList<LookupContract> lookups, string folder, IReadOnlyList<LookupContract>? renewed)
    {
        var refusals = new List<string>();
        var actions = lookups.Select(lookup => Of(lookup, folder, renewed, refusals)).ToList();
        return refusals.Count == 0 ? actions : throw new ToolException($"{string.Join('\n', refusals)}\n{Advice.NewVersion}");
    }

    private static DataAction Of(LookupContract lookup, string folder, IReadOnlyList<LookupContract>? renewed, List<string> refusals)
    {
        if (CommittedAction.Read(folder, lookup) is not { } committed)
        {
            return new DataAction(lookup, Version: 1);
        }

        var action = new DataAction(lookup, committed.Version);
        var changes = ContractChange.Between(committed, action);
        var breaking = changes.Where(change => change.IsBreaking).Select(change => $"  breaking: {change.Description}").ToList();
        var asked = renewed?.Contains(lookup) ?? false;
        if (asked && changes.Count == 0)
        {
            throw new ToolException($"The contract of {lookup.Name} is the one of '{action.Name}', so it needs no new action.");
        }

        if (asked || (breaking.Count > 0 && renewed is []))
        {
            return action with { Version = action.Version + 1 };
        }

        if (breaking.Count > 0)
        {
            refusals.Add($"The contract of {lookup.Name} is no longer the one of '{action.Name}' in {committed.Path}:\n{string.Join('\n', breaking)}");
        }

        return action;
    }
}
