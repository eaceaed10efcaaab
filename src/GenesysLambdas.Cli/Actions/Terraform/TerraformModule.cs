namespace GenesysLambdas.Cli.Actions.Terraform;

/// <summary>The data actions for Genesys Cloud's Terraform provider (CX as Code).</summary>
internal static class TerraformModule
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
        ("main.tf", TerraformActions.Write(actions, retired)),
        ("variables.tf", TerraformVariables.Write(actions)),
        ("versions.tf", Versions),
    ];
}
