namespace GenesysLambdas.DataActions;

/// <summary>The settings of the lookups that work on data actions.</summary>
internal static class DataActionSettings
{
    public static Setting ExecutePath { get; } = new(
        "GENESYS_EXECUTE_PATH",
        "the path at which `invoke-data-action` runs an action, containing `{dataActionId}`",
        "/api/v2/integrations/actions/{dataActionId}/execute");

    public static ChoiceSetting PayloadRules { get; } = new(
        "INVOKE_PAYLOAD_RULES",
        "what `invoke-data-action` checks a payload against: `contact`, its built-in rules, or `contract`, the action's own input contract, "
        + "which is cached for `GENESYS_API_CACHE_SECONDS`, or 300 s if that is 0",
        "contact",
        "contract");

    public static Setting InvocationsPath { get; } = new(
        "GENESYS_INVOCATIONS_PATH",
        $"the path at which `list-invocations` finds invocations, such as {ExampleOfInvocationsPath}")
    {
        Unset = "none: Genesys Cloud's public API has no such path",
    };

    public const string ExampleOfInvocationsPath = "/api/v2/processes/data-actions/{dataActionId}/invocations";
}
