using System.Text.Json;
using System.Text.Json.Nodes;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Cli.Actions;

/// <summary>A data action as it was exported and committed before.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Text">The file's text.</param>
/// <param name="Json">The same, parsed.</param>
/// <param name="Version">The version that its name tells.</param>
/// <param name="Function">The function's ARN; null where the file holds none.</param>
/// <param name="Inputs">The properties of its input schema.</param>
/// <param name="Outputs">The properties of its success schema.</param>
internal sealed record CommittedAction(
    string Path, string Text, JsonObject Json, int Version, string? Function, IReadOnlyList<SchemaProperty> Inputs, IReadOnlyList<SchemaProperty> Outputs)
{
    private static readonly JsonDocumentOptions Unambiguous = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Complete = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a lookup's committed action; null where there is none.</summary>
    /// <exception cref="ToolException">The file cannot be read, or is no data action.</exception>
    public static CommittedAction? Read(string folder, LookupContract lookup)
    {
        var path = System.IO.Path.Combine(folder, DataAction.FileNameOf(lookup));
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return Read(path, File.ReadAllText(path), lookup);
        }
        catch (JsonException exception)
        {
            throw new ToolException($"{path} is no data action that another could be compared to; restore it. {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"Cannot read {path}: {exception.Message}");
        }
    }

    private static CommittedAction Read(string path, string text, LookupContract lookup)
    {
        var json = JsonNode.Parse(text, documentOptions: Unambiguous) as JsonObject ?? throw new JsonException("It is no JSON object.");
        var (name, config, contract) = json.Deserialize<ActionFile>(Complete)!;
        var function = config.Request.RequestUrlTemplate;
        return new CommittedAction(
            path,
            text,
            json,
            ActionName.VersionIn(lookup, name),
            FunctionArn.IsValid(function) ? function : null,
            SchemaProperty.AllOf(contract.Input.InputSchema),
            SchemaProperty.AllOf(contract.Output.SuccessSchema));
    }

    private sealed record ActionFile(string Name, ActionConfig Config, ActionContract Contract);

    private sealed record ActionConfig(ActionRequest Request);

    private sealed record ActionRequest(string RequestUrlTemplate);

    private sealed record ActionContract(ActionInput Input, ActionOutput Output);

    private sealed record ActionInput(ObjectSchema InputSchema);

    private sealed record ActionOutput(ObjectSchema SuccessSchema);
}
