using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Publishing.Terraform;

/// <summary>The data actions for Genesys Cloud's Terraform provider (CX as Code).</summary>
public static class TerraformModule
{
    private const string Versions = """
        terraform {
          # The first that can forget an action without deleting it.
          required_version = ">= 1.7"

          required_providers {
            genesyscloud = {
              source = "mypurecloud/genesyscloud"
              # The first that knows config_timeout_seconds.
              version = ">= 1.14, < 2.0"
            }
          }
        }

        """;

    public static IReadOnlyList<(string Name, string Text)> Files(IReadOnlyList<DataAction> actions, IReadOnlyList<ActionVersion> retired) =>
    [
        ("main.tf", TerraformActions.Write(actions, retired, TerraformTarget.Functions)),
        ("variables.tf", TerraformVariables.Write(actions)),
        ("versions.tf", Versions),
    ];

    /// <summary>The same actions for an integration of web services data actions.</summary>
    /// <param name="tokenHeader">The header for the bare token; null: a bearer token.</param>
    public static IReadOnlyList<(string Name, string Text)> WebServiceFiles(IReadOnlyList<DataAction> actions, string? tokenHeader) =>
    [
        ("main.tf", TerraformActions.Write(actions, [], TerraformTarget.WebService(tokenHeader))),
        ("variables.tf", WebServiceVariables.Write(actions)),
        ("versions.tf", Versions),
    ];
}
