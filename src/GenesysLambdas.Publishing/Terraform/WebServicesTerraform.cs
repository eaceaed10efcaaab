using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Tooling.Actions;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Publishing.Terraform;

/// <summary>Terraform for web services data actions, which call the stack's HTTP API with a token.</summary>
/// <param name="tokenHeader">The header for the bare token; null for a bearer token.</param>
public sealed class WebServicesTerraform(IReadOnlyList<DataAction> actions, IReadOnlyList<ActionVersion> retired, string? tokenHeader)
    : TerraformFolder(actions, retired, actionFiles: null)
{
    private const string Address = "http_api_url";
    private const string Token = "http_token";
    private const string Deployed = "lookups";

    /// <remarks>
    /// The provider's key for a web services credential of any type is basicAuth: examples/resources/genesyscloud_integration and
    /// docs/guides/custom_auth_action.md in MyPureCloud/terraform-provider-genesyscloud; Genesys's own installer
    /// (MyPureCloud/purecloud-premium-app, ws-data-actions.js) uses it for userDefined, too.
    /// </remarks>
    private protected override TerraformIntegration Integration { get; } =
        new("web_services", WebService.Integration, "userDefined", "basicAuth", $"{WebService.TokenField} = var.{Token}");

    private protected override IEnumerable<string> Variables =>
    [
        $$"""
        variable "{{Address}}" {
          description = "The address of the HTTP API, the stack's output {{StackOutputs.HttpApiKey}}."
          type        = string

          validation {
            condition     = startswith(var.{{Address}}, "https://")
            error_message = "The address must begin with https://."
          }
        }

        variable "{{Token}}" {
          description = "The token in the secret that the stack's output HttpTokenSecretArn names. Terraform keeps it in its state."
          type        = string
          sensitive   = true
        }

        variable "{{Deployed}}" {
          description = "The lookups that are deployed. Only these have an action."
          type        = set(string)
          default     = [{{string.Join(", ", Lookups.Select(lookup => $"\"{lookup.Name}\""))}}]
        }

        """,
        TerraformIntegration.Variable("GenesysLambdas over HTTP"),
    ];

    // Without the token, which the stack's outputs do not contain.
    private protected override JsonObject Values(StackOutputs stack) => new()
    {
        [Address] = stack.HttpApi ?? throw new ToolException($"The stack has no output {StackOutputs.HttpApiKey}: it is deployed with HttpAccess=none."),
        [Deployed] = new JsonArray([.. Lookups.Where(lookup => stack.FunctionOf(lookup) is not null).Select(lookup => (JsonNode?)lookup.Name)]),
    };

    private protected override string Copy(DataAction action)
    {
        var url = $"<{StackOutputs.HttpApiKey}>{HttpPath.Of(action.Lookup)}";
        return action.ImportFile(new(WebService.Integration, url, WebService.TokenHeaders(tokenHeader)), ActionTemplates.Canonical);
    }

    private protected override string Url(LookupContract lookup) =>
        $"contains(var.{Deployed}, \"{lookup.Name}\") ? \"${{trimsuffix(var.{Address}, \"/\")}}{HttpPath.Of(lookup)}\" : \"\"";
}
