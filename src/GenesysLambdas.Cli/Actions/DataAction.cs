using System.Text.Encodings.Web;

namespace GenesysLambdas.Cli.Actions;

/// <summary>A lookup as a data action of Genesys Cloud.</summary>
/// <param name="Lookup">The lookup as the code has it.</param>
/// <param name="Version">Which of the lookup's actions it is: a published contract cannot be changed.</param>
/// <param name="InputSchema">The schema of its inputs, an older one in an earlier version.</param>
/// <param name="SuccessSchema">The schema of its outputs, likewise.</param>
internal sealed record DataAction(LookupContract Lookup, ActionVersion Version, JsonObject InputSchema, JsonObject SuccessSchema)
{
    /// <summary>Seconds until Genesys Cloud gives up: more than the function's timeout, less than the Architect step's.</summary>
    public const int TimeoutSeconds = 15;

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The action with the contract in the code.</summary>
    public static DataAction Create(LookupContract lookup, ActionVersion version) =>
        new(lookup, version, ContractSchema.OfInputs(lookup), ContractSchema.OfOutputs(lookup));

    /// <summary>
    /// The file that Admin &gt; Integrations &gt; Actions &gt; Import takes. It has no time-out: Genesys Cloud's exports have
    /// none either.
    /// </summary>
    public string ImportFile(ActionCall call, ActionTemplates templates) => new JsonObject
    {
        ["name"] = Version.ActionName,
        ["integrationType"] = call.IntegrationType,
        ["actionType"] = "custom",
        ["config"] = new JsonObject
        {
            ["request"] = new JsonObject
            {
                ["requestUrlTemplate"] = call.Url,
                ["requestType"] = "POST",
                ["headers"] = call.Headers.DeepClone(),
                ["requestTemplate"] = templates.Request,
            },
            ["response"] = new JsonObject
            {
                ["translationMap"] = templates.TranslationMapJson(),
                // No defaults: a reply without result does not come from these functions, and must fail rather than pass as empty.
                ["translationMapDefaults"] = new JsonObject(),
                ["successTemplate"] = templates.Success,
            },
        },
        ["contract"] = new JsonObject
        {
            ["input"] = new JsonObject { ["inputSchema"] = InputSchema.DeepClone() },
            ["output"] = new JsonObject { ["successSchema"] = SuccessSchema.DeepClone() },
        },
        ["secure"] = false,
    }.ToJsonString(Layout) + "\n";
}
