using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>A committed data action. It may be published, and flows may be bound to its contract.</summary>
public sealed record CommittedAction(string Path, JsonObject Json, ActionVersion Version, string? Function, ActionContract Contract)
{
    private static readonly JsonDocumentOptions Unambiguous = new() { AllowDuplicateProperties = false };

    public required string Text { get; init; }

    /// <exception cref="ToolException">The file does not contain an action.</exception>
    public static CommittedAction Read(string folder, ActionVersion version)
    {
        var path = System.IO.Path.Combine(folder, version.FileName);
        var text = GeneratedFiles.Read(path) ?? "";
        try
        {
            var json = JsonNode.Parse(text, documentOptions: Unambiguous) as JsonObject ?? throw new JsonException("It is not a JSON object.");
            var url = json.Deserialize<ActionFile>(SchemaProperty.Complete)!.Config.Request.RequestUrlTemplate;
            return new(path, json, version, FunctionArns.IsValid(url) ? url : null, ActionContract.Read(json["contract"])) { Text = text };
        }
        catch (JsonException exception)
        {
            throw new ToolException($"{path} is not a data action: restore it. {exception.Message}");
        }
    }

    public DataAction ToDataAction(LookupContract lookup) => new(lookup, Version, Contract);

    /// <summary>How the code breaks its contract; empty if it does not.</summary>
    public IReadOnlyList<string> BrokenBy(LookupContract? lookup) => lookup is null
        ? [$"the lookup {Version.Lookup} is removed"]
        : [.. ContractChange.Between(Contract, ActionContract.Of(lookup)).Where(change => change.IsBreaking).Select(change => change.Description)];

    /// <summary>How it differs from the action in the code.</summary>
    internal IReadOnlyList<string> DifferencesFrom(DataAction action, string expected)
    {
        string[] differences =
        [
            .. ContractChange.Between(Contract, action.Contract).Select(change => change.Marked),
            .. JsonDifference.Between(WithoutProperties(Json), WithoutProperties(JsonNode.Parse(expected)!)),
        ];
        return differences.Length == 0 ? ["the order or the layout differs"] : differences;
    }

    private static JsonObject WithoutProperties(JsonNode action)
    {
        var copy = action.DeepClone().AsObject();
        foreach (var schema in new[] { copy["contract"]!["input"]!["inputSchema"]!, copy["contract"]!["output"]!["successSchema"]! })
        {
            schema.AsObject().Remove("properties");
        }

        return copy;
    }

    private sealed record ActionFile(ActionConfig Config);

    private sealed record ActionConfig(ActionRequest Request);

    private sealed record ActionRequest(string RequestUrlTemplate);
}
