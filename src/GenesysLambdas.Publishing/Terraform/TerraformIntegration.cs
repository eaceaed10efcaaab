namespace GenesysLambdas.Publishing.Terraform;

/// <summary>The credential and the integration in <c>main.tf</c>.</summary>
/// <param name="Resource">The name of their resources.</param>
/// <param name="CredentialKey">The integration's key for the credential.</param>
internal sealed record TerraformIntegration(string Resource, string Type, string CredentialType, string CredentialKey, string CredentialFields)
{
    /// <summary>The variable for the integration's name, which is also the actions' category.</summary>
    public const string NameVariable = "integration_name";

    public string Write() => $$"""
        # Generated from the lookups by 'actions terraform'. Change the lookups, not this file.

        resource "genesyscloud_integration_credential" "{{Resource}}" {
          name                 = var.{{NameVariable}}
          credential_type_name = "{{CredentialType}}"
          fields               = { {{CredentialFields}} }
        }

        resource "genesyscloud_integration" "{{Resource}}" {
          intended_state   = "ENABLED"
          integration_type = "{{Type}}"

          config {
            name        = var.{{NameVariable}}
            properties  = jsonencode({})
            advanced    = jsonencode({})
            credentials = { {{CredentialKey}} = genesyscloud_integration_credential.{{Resource}}.id }
          }
        }

        """;

    /// <remarks>
    /// The provider treats a category that contains "function data action", in any case and with hyphens or underscores for the spaces,
    /// as one of Genesys Cloud's own functions.
    /// </remarks>
    public static string Variable(string defaultName) => $$"""
        variable "{{NameVariable}}" {
          description = "The integration's name in Genesys Cloud, and the category of its actions."
          type        = string
          default     = "{{defaultName}}"

          validation {
            condition     = !strcontains(replace(lower(var.{{NameVariable}}), "/[-_]/", " "), "function data action")
            error_message = "The name must not contain 'function data action': the provider would demand a function's zip file."
          }
        }

        """;
}
