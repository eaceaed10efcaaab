using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GenesysLambdas.Publishing.Tests.Platform;

// The bodies of the operations on actions, with the names, required members and limits that the classes of the same names have in
// MyPureCloud/platform-client-sdk-dotnet, build/src/PureCloudPlatform.Client.V2/Model.

internal sealed record PostActionInput(
    [property: Required, MaxLength(256)] string? Category,
    [property: Required, MaxLength(256)] string? Name,
    [property: Required] string? IntegrationId,
    [property: Required] ActionConfig? Config,
    [property: Required] ActionContractInput? Contract,
    bool? Secure);

internal sealed record UpdateActionInput(
    [property: MaxLength(256)] string? Category,
    [property: MaxLength(256)] string? Name,
    ActionConfig? Config,
    [property: Required] int? Version);

internal sealed record UpdateDraftInput(
    [property: MaxLength(256)] string? Category,
    [property: MaxLength(256)] string? Name,
    ActionConfig? Config,
    ActionContractInput? Contract,
    bool? Secure,
    [property: Required] int? Version);

internal sealed record PublishDraftInput([property: Required] int? Version);

internal sealed record ActionConfig([property: Range(1, 60)] int? TimeoutSeconds, RequestConfig? Request, ResponseConfig? Response);

internal sealed record RequestConfig(
    string? RequestUrlTemplate, string? RequestTemplate, string? RequestTemplateUri, string? RequestType, Dictionary<string, string>? Headers);

internal sealed record ResponseConfig(
    Dictionary<string, string>? TranslationMap,
    Dictionary<string, string>? TranslationMapDefaults,
    string? SuccessTemplate,
    string? SuccessTemplateUri);

internal sealed record ActionContractInput([property: Required] PostInputContract? Input, [property: Required] PostOutputContract? Output);

internal sealed record PostInputContract([property: Required] JsonSchemaDocument? InputSchema);

internal sealed record PostOutputContract([property: Required] JsonSchemaDocument? SuccessSchema);

/// <summary>
/// <c>items</c> is not in the SDK's class, but in the API: MyPureCloud/terraform-provider-genesyscloud sends it for outputs
/// whose root is an array (genesyscloud/integration_action/genesyscloud_integration_action_proxy.go).
/// </summary>
internal sealed record JsonSchemaDocument(
    string? Id,
    [property: JsonPropertyName("$schema")] string? Schema,
    string? Title,
    string? Description,
    string? Type,
    List<string>? Required,
    Dictionary<string, JsonObject>? Properties,
    JsonElement? AdditionalProperties,
    JsonObject? Items);
