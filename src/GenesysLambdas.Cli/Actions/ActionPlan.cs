namespace GenesysLambdas.Cli.Actions;

/// <summary>The actions that there are to be: of each lookup the versions that may be published, the last of them as the code has it.</summary>
internal static class ActionPlan
{
    /// <summary>The actions, in the order of the lookups, the oldest version first.</summary>
    /// <param name="lookups">Every lookup.</param>
    /// <param name="files">The committed actions.</param>
    /// <param name="renewed">The lookups that get a new version.</param>
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

        return ContractChange.Between(last, latest).Count > 0
            ? [.. kept.Select(action => action.ToDataAction(lookup)), latest with { Version = files.Next(lookup.Name) }]
            : throw new ToolException($"The contract of {lookup.Name} is the one of '{last.Version.ActionName}', so it needs no new version.");
    }
}
