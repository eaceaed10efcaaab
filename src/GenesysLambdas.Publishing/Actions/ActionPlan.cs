namespace GenesysLambdas.Publishing.Actions;

/// <summary>The actions to write: each lookup's versions that may be published, the last of them as in the code.</summary>
public static class ActionPlan
{
    /// <summary>The actions, in the order of the lookups, oldest version first.</summary>
    public static IReadOnlyList<DataAction> Create(IReadOnlyList<LookupContract> lookups, ActionFiles files, params IReadOnlyList<LookupContract> renewed)
    {
        Promise.Check(lookups, files);
        return [.. lookups.SelectMany(lookup => Create(lookup, files, renewed.Contains(lookup)))];
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
            : throw new ToolException($"The contract of {lookup.Name} is the same as that of '{last.Version.ActionName}', so it does not need a new version.");
    }
}
