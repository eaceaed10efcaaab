namespace GenesysLambdas.Publishing.Actions;

/// <summary>The actions to write: each lookup's publishable versions, the last one with the contract in the code.</summary>
public static class ActionPlan
{
    /// <param name="renewed">The lookups that get a new version.</param>
    /// <exception cref="ToolException">The code breaks the contract of a committed action, or a new version is not needed.</exception>
    public static IReadOnlyList<DataAction> Create(IReadOnlyList<LookupContract> lookups, ActionFiles files, params IReadOnlyList<LookupContract> renewed)
    {
        var broken = from action in files.Kept
                     let changes = action.BrokenBy(lookups.FirstOrDefault(lookup => lookup.Name == action.Version.Lookup))
                     where changes.Count > 0
                     select Refusal(action, changes);
        return string.Join('\n', broken) is { Length: > 0 } report
            ? throw new ToolException(report)
            : [.. lookups.SelectMany(lookup => Create(lookup, files, renewed.Contains(lookup)))];
    }

    private static IEnumerable<DataAction> Create(LookupContract lookup, ActionFiles files, bool isRenewed)
    {
        var kept = files.VersionsOf(lookup.Name);
        if (kept.Count == 0)
        {
            return [DataAction.Create(lookup, files.Next(lookup.Name))];
        }

        var last = kept[^1];
        var latest = DataAction.Create(lookup, last.Version);
        if (!isRenewed)
        {
            return [.. kept.SkipLast(1).Select(action => action.ToDataAction(lookup)), latest];
        }

        return ContractChange.Between(last.Contract, latest.Contract).Count > 0
            ? [.. kept.Select(action => action.ToDataAction(lookup)), latest with { Version = files.Next(lookup.Name) }]
            : throw new ToolException($"The contract of {lookup.Name} is the same as that of '{last.Version.ActionName}', so no new version is needed.");
    }

    private static string Refusal(CommittedAction action, IReadOnlyList<string> changes) => $"""
        The code breaks the contract of '{action.Version.ActionName}' in {action.Path}, and flows may be bound to it:
        {string.Join('\n', changes.Select(change => "  breaking: " + change))}
          Undo the change, or make it a new lookup. To retire this version: 'actions retire {action.Version.Lookup} --version {action.Version.Number}'
          If it was never published, delete {action.Path}, and run this again.
        """;
}
