using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Cli.Actions;

/// <summary>A lookup as a data action of Genesys Cloud.</summary>
/// <param name="Lookup">The lookup's contract.</param>
/// <param name="Version">Which of the lookup's contracts it is, from 1: a published contract cannot be changed.</param>
internal sealed record DataAction(LookupContract Lookup, int Version)
{
    /// <summary>Seconds until Genesys Cloud gives up: longer than the function's time-out, shorter than the Architect step's.</summary>
    public const int TimeoutSeconds = 15;

    public const string IntegrationType = "aws-lambda-data-actions";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Name => ActionName.Of(Lookup, Version);

    /// <summary>The file's name in the folder of the actions.</summary>
    public string FileName => FileNameOf(Lookup);

    public static string FileNameOf(LookupContract lookup) => lookup.Name + ".json";

    /// <summary>
    /// The file that Admin &gt; Integrations &gt; Actions &gt; Import takes. It has no time-out: Genesys Cloud's exports have
    /// none either.
    /// </summary>
    /// <param name="function">The function's ARN; null: a placeholder.</param>
    /// <param name="templates">How request and reply are translated.</param>
    public string ImportFile(string? function, ActionTemplates templates) => new JsonObject
    {
        ["name"] = Name,
        ["integrationType"] = IntegrationType,
        ["actionType"] = "custom",
        ["config"] = new JsonObject
        {
            ["request"] = new JsonObject
            {
                ["requestUrlTemplate"] = function ?? FunctionArn.Placeholder(Lookup),
                ["requestType"] = "POST",
                ["headers"] = new JsonObject(),
                ["requestTemplate"] = templates.Request,
            },
            ["response"] = new JsonObject
            {
                ["translationMap"] = new JsonObject(templates.TranslationMap.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
                // None: a reply without result is no answer of these functions, and has to fail rather than to pass as empty.
                ["translationMapDefaults"] = new JsonObject(),
                ["successTemplate"] = templates.Success,
            },
        },
        ["contract"] = Contract,
        ["secure"] = false,
    }.ToJsonString(Layout) + "\n";

    /// <summary>The contract as it stands in the file.</summary>
    public JsonObject Contract => new()
    {
        ["input"] = new JsonObject { ["inputSchema"] = ContractSchema.OfInputs(Lookup) },
        ["output"] = new JsonObject { ["successSchema"] = ContractSchema.OfOutputs(Lookup) },
    };
}
