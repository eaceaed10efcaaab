using GenesysLambdas.Local.Page.Masking;

namespace GenesysLambdas.Local.Page.Calls;

/// <summary>An output as Architect binds it to a variable.</summary>
/// <param name="Declared">The type in the contract; null if it is not there.</param>
/// <param name="Type">The actual type; empty if the output is missing.</param>
/// <param name="Value">The variable's value.</param>
/// <param name="Json">The actual value; null if the output is missing.</param>
/// <param name="Problem">How it breaks the contract: <c>missing</c>, <c>null</c>, <c>type</c> or <c>extra</c>; null if it does not.</param>
/// <param name="Note">What that means for the flow; empty without a problem.</param>
internal sealed record BoundOutput(string Name, string? Declared, string Type, string Value, JsonElement? Json, string? Problem, string Note)
{
    /// <summary>What Architect shows for a variable without a value.</summary>
    private const string NotSet = "NOT_SET";

    /// <param name="outputs">The result of the action's templates; null if there is none.</param>
    public static IReadOnlyList<BoundOutput> Compare(LookupContract contract, JsonElement? outputs, SecretMask mask)
    {
        var members = outputs?.EnumerateObject().DistinctBy(member => member.Name)
            .ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal) ?? [];
        return
        [
            .. contract.Outputs.Select(output => members.TryGetValue(output.Name, out var value) ? Declare(output, value, mask) : Missing(output)),
            .. members.Where(member => contract.Outputs.All(output => output.Name != member.Key)).Select(member => Extra(member.Key, member.Value, mask)),
        ];
    }

    private static BoundOutput Declare(OutputContract output, JsonElement value, SecretMask mask)
    {
        var (declared, type) = (TypeName.Format(output), TypeName.Of(value));
        if (value.ValueKind == JsonValueKind.Null)
        {
            return new(output.Name, declared, type, NotSet, value, "null", "It is null, so the variable has no value.");
        }

        var bound = new BoundOutput(output.Name, declared, type, Show(value, mask), Masked(value, mask), null, "");
        return TypeName.Matches(output, value) ? bound
            : bound with { Problem = "type", Note = $"It is {type}, but the contract says {declared}, so the data action fails." };
    }

    private static BoundOutput Missing(OutputContract output) =>
        new(output.Name, TypeName.Format(output), "", NotSet, null, "missing", "It is missing, so the variable has no value.");

    private static BoundOutput Extra(string name, JsonElement value, SecretMask mask) => new(
        mask.Apply(name), null, TypeName.Of(value), Show(value, mask), Masked(value, mask), "extra",
        "It is not in the contract, so no variable can be bound to it.");

    private static JsonElement Masked(JsonElement value, SecretMask mask) => MaskedJson.Of(mask, value, _ => false);

    private static string Show(JsonElement value, SecretMask mask) =>
        mask.Apply(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
}
