namespace GenesysLambdas.Publishing.Actions;

/// <summary>The contract of an action that may be published: flows are bound to it, so the code must keep it.</summary>
public static class Promise
{
    /// <summary>How the code breaks it; empty if the code keeps it.</summary>
    /// <param name="lookup">What has become of its lookup; null: it is gone.</param>
    public static IReadOnlyList<string> Breaks(CommittedAction action, LookupContract? lookup) => lookup is null
        ? [$"the lookup {action.Version.Lookup} is removed"]
        : [.. ContractChange.Between(action.Contract, ActionContract.Of(lookup)).Where(change => change.IsBreaking).Select(change => change.Description)];

    public static void Check(IReadOnlyList<LookupContract> lookups, ActionFiles files)
    {
        var broken = from action in files.Kept
                     let breaks = Breaks(action, lookups.FirstOrDefault(lookup => lookup.Name == action.Version.Lookup))
                     where breaks.Count > 0
                     select $"""
                         The code breaks the contract of '{action.Version.ActionName}' in {action.Path}, and flows may be bound to it:
                         {string.Join('\n', breaks.Select(description => "  breaking: " + description))}
                           Undo the change, or make it a new lookup. To give this version up: 'actions retire {action.Version.Lookup} --version {action.Version.Number}'
                           If it was never published, delete {action.Path}, and repeat this.
                         """;
        var report = string.Join('\n', broken);
        if (report.Length > 0)
        {
            throw new ToolException(report);
        }
    }
}
