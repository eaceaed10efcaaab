using System.Text.Json.Nodes;

namespace GenesysLambdas.Cli.Actions.Terraform;

/// <summary><c>main.tf</c>: the credential, the integration and its actions.</summary>
internal static class TerraformActions
{
    private const string ActionResource = "genesyscloud_integration_action";

    public static string Write(IReadOnlyList<DataAction> actions, IReadOnlyList<ActionVersion> retired)
    {
        var hcl = new HclWriter();
        hcl.Comment("Written by 'genesys-lambdas actions terraform' from the functions' own records: change those, not this.").Blank();
        Integration(hcl);
        foreach (var action in actions)
        {
            Action(hcl.Blank(), action);
        }

        foreach (var version in retired)
        {
            Retired(hcl.Blank(), version);
        }

        return hcl.ToString();
    }

    private static void Integration(HclWriter hcl)
    {
        hcl.Block("resource \"genesyscloud_integration_credential\" \"lambda\"", () => hcl
            .Attribute("name", $"var.{TerraformVariables.Integration}")
            .Attribute("credential_type_name", HclWriter.Literal("amazonWebServicesARN"))
            .Attribute("fields", $"{{ ARN = var.{TerraformVariables.Role} }}"));
        hcl.Blank();
        hcl.Block("resource \"genesyscloud_integration\" \"lambda\"", () => hcl
            .Attribute("intended_state", HclWriter.Literal("ENABLED"))
            .Attribute("integration_type", HclWriter.Literal(DataAction.IntegrationType))
            .Blank()
            .Block("config", () => hcl
                .Attribute("name", $"var.{TerraformVariables.Integration}")
                .Attribute("properties", "jsonencode({})")
                .Attribute("advanced", "jsonencode({})")
                .Attribute("credentials", "{ AmazonWebServicesARN = genesyscloud_integration_credential.lambda.id }")));
    }

    private static void Action(HclWriter hcl, DataAction action)
    {
        var function = $"var.{TerraformVariables.FunctionOf(action)}";
        var templates = ActionTemplates.Canonical;
        hcl.Block($"resource \"{ActionResource}\" \"{action.Version.ResourceName}\"", () => hcl
            .Attribute("count", $"{function} == \"\" ? 0 : 1")
            .Blank()
            .Attribute("name", HclWriter.Literal(action.Version.ActionName))
            .Attribute("category", $"var.{TerraformVariables.Integration}")
            .Attribute("integration_id", "genesyscloud_integration.lambda.id")
            .Attribute("secure", "false")
            .Attribute("config_timeout_seconds", HclWriter.Literal(DataAction.TimeoutSeconds))
            .Blank()
            .Json("contract_input", action.InputSchema)
            .Blank()
            .Json("contract_output", action.SuccessSchema)
            .Blank()
            .Block("config_request", () => hcl
                .Attribute("request_url_template", function)
                .Attribute("request_type", HclWriter.Literal("POST"))
                .Attribute("request_template", HclWriter.Literal(templates.Request)))
            .Blank()
            .Block("config_response", () => hcl
                .Attribute("translation_map", HclWriter.Literal(new JsonObject(templates.TranslationMap.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)))))
                .Attribute("translation_map_defaults", "{}")
                .Attribute("success_template", HclWriter.Literal(templates.Success)))
            .Blank()
            .Block("lifecycle", () => hcl
                .Comment("A changed contract would replace the action, and flows are bound to its id: it keeps the contract it was made with.")
                .Attribute("ignore_changes", "[contract_input, contract_output]")));
    }

    /// <summary>Flows may still use it: it stays in Genesys Cloud, and is no longer managed here.</summary>
    private static void Retired(HclWriter hcl, ActionVersion version) =>
        hcl.Block("removed", () => hcl
            .Attribute("from", $"{ActionResource}.{version.ResourceName}")
            .Blank()
            .Block("lifecycle", () => hcl
                .Comment($"'{version.ActionName}' is retired. Flows may still use it, so it stays in Genesys Cloud.")
                .Attribute("destroy", "false")));
}
