using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Tooling.Actions;

namespace GenesysLambdas.Publishing.Live;

/// <summary>An action as it should be in Genesys Cloud, according to the code.</summary>
public sealed record WantedAction(string Name, JsonObject Config, ActionContract Contract)
{
    /// <param name="function">The ARN of its function; null to match any.</param>
    public static WantedAction Of(DataAction action, string? function)
    {
        var config = DataAction.Config(ActionCall.Lambda(action.Lookup, function), ActionTemplates.Canonical);
        config["timeoutSeconds"] = DataAction.TimeoutSeconds;
        if (function is null)
        {
            config["request"]!.AsObject().Remove("requestUrlTemplate");
        }

        return new(action.Version.ActionName, config, action.Contract);
    }

    /// <summary>Differences that can be changed in place.</summary>
    public IReadOnlyList<string> Drift(ActionState state) =>
    [
        .. state.Name == Name ? [] : (string[])[$"the name is '{state.Name}', must be '{Name}'"],
        .. JsonDifference.Between(Comparable(state.Config, Config), Config, ActionPlace.Describe),
    ];

    /// <summary>Differences in the contract, which cannot be changed once an action is published.</summary>
    public IReadOnlyList<ContractChange> ContractDrift(ActionState state) => state.Contract is { } contract
        ? [.. ContractChange.Between(contract, Contract), .. state.IsSecure ? (ContractChange[])[new("it is for secure flows only", IsBreaking: true)] : []]
        : [new("its contract is not that of a lookup", IsBreaking: true)];

    // Removes members that Genesys Cloud adds, and restores empty ones that it leaves out.
    private static JsonObject Comparable(JsonObject found, JsonObject wanted) => new(
        from member in wanted
        where found[member.Key] is not null || member.Value is JsonObject
        select KeyValuePair.Create(member.Key, member.Value switch
        {
            JsonObject { Count: > 0 } inner when member.Key is "request" or "response" => Comparable(found[member.Key] as JsonObject ?? [], inner),
            JsonObject => found[member.Key]?.DeepClone() ?? new JsonObject(),
            _ => found[member.Key]!.DeepClone(),
        }));
}
