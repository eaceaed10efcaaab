using System.Text.Encodings.Web;
using GenesysLambdas.Tooling.Actions;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>A lookup as a Genesys Cloud data action.</summary>
/// <param name="Version">The version, because a published contract cannot be changed.</param>
/// <param name="Contract">The contract of this version.</param>
public sealed record DataAction(LookupContract Lookup, ActionVersion Version, ActionContract Contract)
{
    /// <summary>Genesys Cloud's time-out in seconds: more than the function's, less than the Architect step's.</summary>
    public const int TimeoutSeconds = 15;

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static DataAction Create(LookupContract lookup, ActionVersion version) => new(lookup, version, ActionContract.Of(lookup));

    /// <summary>
    /// The file for Admin &gt; Integrations &gt; Actions &gt; Import. It has no time-out, because Genesys Cloud's exports have
    /// none either.
    /// </summary>
    public string ImportFile(ActionCall call, ActionTemplates templates) => new JsonObject
    {
        ["name"] = Version.ActionName,
        ["integrationType"] = call.IntegrationType,
        ["actionType"] = "custom",
        ["config"] = Config(call, templates),
        ["contract"] = Contract.ToJson(),
        ["secure"] = false,
    }.ToJsonString(Layout) + "\n";

    public static JsonObject Config(ActionCall call, ActionTemplates templates) => new()
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
            // No defaults: a reply without a result is not from these functions, and must fail rather than look empty.
            ["translationMapDefaults"] = new JsonObject(),
            ["successTemplate"] = templates.Success,
        },
    };
}
