namespace GenesysLambdas.Publishing.Actions;

/// <summary>A change to a contract.</summary>
/// <param name="IsBreaking">Whether flows that use the published action can break.</param>
public sealed record ContractChange(string Description, bool IsBreaking)
{
    /// <summary>The description, marked if the change is harmless.</summary>
    public string Marked => IsBreaking ? Description : $"harmless: {Description}";

    public static IReadOnlyList<ContractChange> Between(ActionContract before, ActionContract after) =>
    [
        .. Compare("input", SchemaProperty.Read(before.Inputs), SchemaProperty.Read(after.Inputs)),
        .. Compare("output", SchemaProperty.Read(before.Outputs), SchemaProperty.Read(after.Outputs)),
    ];

    private static IEnumerable<ContractChange> Compare(string kind, IReadOnlyList<SchemaProperty> before, IReadOnlyList<SchemaProperty> after)
    {
        foreach (var old in before)
        {
            // Removing an input also breaks flows: they set it, but it no longer has an effect.
            var changes = after.FirstOrDefault(property => property.Name == old.Name) is { } now ? Compare(old, now) : [Breaking("is removed")];
            foreach (var change in changes)
            {
                yield return change with { Description = $"{kind} {old.Name} {change.Description}" };
            }
        }

        foreach (var added in after.ExceptBy(before.Select(old => old.Name), property => property.Name))
        {
            yield return added.Required ? Breaking($"{kind} {added.Name} is new and required") : Harmless($"{kind} {added.Name} is new");
        }
    }

    private static IEnumerable<ContractChange> Compare(SchemaProperty old, SchemaProperty now)
    {
        if (old.Type != now.Type)
        {
            // Other differences are due to the new type.
            return [Breaking($"was {old.Type} and is {now.Type}")];
        }

        var requirement = (old.Required, now.Required) switch
        {
            (false, true) => [Breaking("is newly required")],
            (true, false) => [Harmless("is no longer required")],
            _ => Array.Empty<ContractChange>(),
        };
        return requirement.Concat(JsonDifference.Between(old.Keywords, now.Keywords).Select(difference => Harmless($"differs: {difference}")));
    }

    private static ContractChange Breaking(string description) => new(description, IsBreaking: true);

    private static ContractChange Harmless(string description) => new(description, IsBreaking: false);
}
