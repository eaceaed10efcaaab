using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Tooling.Actions;

namespace GenesysLambdas.Publishing.Terraform;

/// <summary><c>main.tf</c>: the credential, the integration and its actions.</summary>
internal static class TerraformActions
{
    private const string ActionResource = "genesyscloud_integration_action";

    public static string Write(IReadOnlyList<DataAction> actions, IReadOnlyList<ActionVersion> retired, TerraformTarget target) =>
        string.Join('\n', [Integration(target), .. actions.Select(action => Action(action, target)), .. retired.Select(Retired)]);

    private static string Integration(TerraformTarget target) => $$"""
        # Written by 'genesys-lambdas actions terraform' from the functions' own records: change those, not this.

        resource "genesyscloud_integration_credential" "{{target.Resource}}" {
          name                 = var.{{TerraformVariables.Integration}}
          credential_type_name = "{{target.CredentialType}}"
          fields               = { {{target.CredentialFields}} }
        }

        resource "genesyscloud_integration" "{{target.Resource}}" {
          intended_state   = "ENABLED"
          integration_type = "{{target.IntegrationType}}"

          config {
            name        = var.{{TerraformVariables.Integration}}
            properties  = jsonencode({})
            advanced    = jsonencode({})
            credentials = { {{target.CredentialKey}} = genesyscloud_integration_credential.{{target.Resource}}.id }
          }
        }

        """;

    private static string Action(DataAction action, TerraformTarget target)
    {
        var headers = target.Headers.Count == 0 ? "" : $"\n    headers              = {Hcl.Literal(target.Headers)}";
        var templates = ActionTemplates.Canonical;
        return $$"""
            resource "{{ActionResource}}" "{{action.Version.ResourceName}}" {
              count = {{target.IsThere(action)}}

              name                   = {{Hcl.Literal(action.Version.ActionName)}}
              category               = var.{{TerraformVariables.Integration}}
              integration_id         = genesyscloud_integration.{{target.Resource}}.id
              secure                 = false
              config_timeout_seconds = {{DataAction.TimeoutSeconds}}

              contract_input = {{Hcl.JsonEncode(action.Contract.Inputs, "  ")}}

              contract_output = {{Hcl.JsonEncode(action.Contract.Outputs, "  ")}}

              config_request {
                request_url_template = {{target.Url(action)}}
                request_type         = "POST"
                request_template     = {{Hcl.Literal(templates.Request)}}{{headers}}
              }

              config_response {
                translation_map          = {{Hcl.Literal(templates.TranslationMapJson())}}
                translation_map_defaults = {}
                success_template         = {{Hcl.Literal(templates.Success)}}
              }

              lifecycle {
                # A changed contract would replace the action, and flows are bound to its id: it keeps the contract it was made with.
                ignore_changes = [contract_input, contract_output]
              }
            }

            """;
    }

    /// <summary>Flows may still use it: it stays in Genesys Cloud, but Terraform no longer manages it.</summary>
    private static string Retired(ActionVersion version) => $$"""
        removed {
          from = {{ActionResource}}.{{version.ResourceName}}

          lifecycle {
            # '{{version.ActionName}}' is retired. Flows may still use it, so it stays in Genesys Cloud.
            destroy = false
          }
        }

        """;
}
