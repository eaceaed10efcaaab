using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>A data action as it was exported and committed.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Text">The file's text.</param>
/// <param name="Json">The same, parsed.</param>
/// <param name="Version">Which of its lookup's it is.</param>
/// <param name="Function">The function's ARN; null where the file holds none.</param>
/// <param name="Contract">Its contract.</param>
public sealed record CommittedAction(string Path, string Text, JsonObject Json, ActionVersion Version, string? Function, ActionContract Contract)
{
    private static readonly JsonDocumentOptions Unambiguous = new() { AllowDuplicateProperties = false };

    public static CommittedAction Read(string folder, ActionVersion version)
    {
        var path = System.IO.Path.Combine(folder, version.FileName);
        try
        {
            return Read(path, GeneratedFiles.Read(path) ?? "", version);
        }
        catch (JsonException exception)
        {
            throw new ToolException($"{path} is not a data action: restore it. {exception.Message}");
        }
    }

    /// <summary>The same action, with its committed contract.</summary>
    public DataAction ToDataAction(LookupContract lookup) => new(lookup, Version, Contract);

    private static CommittedAction Read(string path, string text, ActionVersion version)
    {
        var json = JsonNode.Parse(text, documentOptions: Unambiguous) as JsonObject ?? throw new JsonException("It is not a JSON object.");
        var function = json.Deserialize<ActionFile>(SchemaProperty.Complete)!.Config.Request.RequestUrlTemplate;
        return new CommittedAction(path, text, json, version, FunctionArn.IsValid(function) ? function : null, ActionContract.Read(json["contract"]));
    }

    private sealed record ActionFile(ActionConfig Config);

    private sealed record ActionConfig(ActionRequest Request);

    private sealed record ActionRequest(string RequestUrlTemplate);
}
