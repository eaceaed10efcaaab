using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Publishing.Terraform;

/// <summary>A folder for Genesys Cloud's Terraform provider (CX as Code): the credential, the integration and its actions.</summary>
/// <param name="retired">The versions to remove from Terraform's state.</param>
/// <param name="actionFiles">The relative path of the action files; null to write copies.</param>
public abstract class TerraformFolder(IReadOnlyList<DataAction> actions, IReadOnlyList<ActionVersion> retired, string? actionFiles)
{
    /// <summary>Terraform reads a file with this name automatically. It is specific to a deployment, so it is not committed.</summary>
    public const string ValuesFile = "terraform.tfvars.json";

    private const string Copies = "actions";
    private const string ActionResource = "genesyscloud_integration_action";

    private const string Versions = """
        terraform {
          # The first version that can forget an action without deleting it.
          required_version = ">= 1.7"

          required_providers {
            genesyscloud = {
              source = "mypurecloud/genesyscloud"
              # The first version with config_timeout_seconds.
              version = ">= 1.14, < 2.0"
            }
          }
        }

        """;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The names of the lookups that have actions.</summary>
    private protected IEnumerable<LookupContract> Lookups => actions.Select(action => action.Lookup).DistinctBy(lookup => lookup.Name);

    /// <summary>True if Terraform reads the committed files of the actions, not copies in the folder.</summary>
    public bool ReadsCommittedFiles => actionFiles is not null;

    private protected abstract TerraformIntegration Integration { get; }

    private protected abstract IEnumerable<string> Variables { get; }

    /// <summary>The files: their paths relative to the folder, and their contents.</summary>
    public IReadOnlyList<(string Path, string Text)> Files() =>
    [
        ("main.tf", string.Join('\n', [Integration.Write(), .. actions.Select(Module), .. retired.Select(Forget)])),
        ("variables.tf", string.Join('\n', Variables)),
        ("versions.tf", Versions),
        ("action/main.tf", ReadActionModule()),
        .. actionFiles is null ? actions.Select(action => ($"{Copies}/{action.Version.FileName}", Copy(action))) : [],
    ];

    /// <summary>The variables' values from a stack's outputs, for <see cref="ValuesFile"/>.</summary>
    /// <exception cref="ToolException">The stack lacks an output.</exception>
    public string ValuesOf(StackOutputs stack) => Values(stack).ToJsonString(Layout) + "\n";

    private protected abstract JsonObject Values(StackOutputs stack);

    /// <summary>The copy of an action's file.</summary>
    private protected abstract string Copy(DataAction action);

    /// <summary>The expression for an action's URL; empty if there should be no such action.</summary>
    private protected abstract string Url(LookupContract lookup);

    private string Module(DataAction action) => $$"""
        module "{{action.Version.ResourceName}}" {
          source         = "./action"
          file           = "${path.module}/{{actionFiles ?? Copies}}/{{action.Version.FileName}}"
          url            = {{Url(action.Lookup)}}
          integration_id = genesyscloud_integration.{{Integration.Resource}}.id
          category       = var.{{TerraformIntegration.NameVariable}}
        }

        {{Moved(action.Version)}}
        """;

    private static string Forget(ActionVersion version) => $$"""
        {{Moved(version)}}
        removed {
          from = module.{{version.ResourceName}}

          lifecycle {
            # '{{version.ActionName}}' is retired. Flows may still use it, so it stays in Genesys Cloud.
            destroy = false
          }
        }

        """;

    // States from before there was a module have the resource here. Without this, Terraform would destroy it.
    private static string Moved(ActionVersion version) => $$"""
        moved {
          from = {{ActionResource}}.{{version.ResourceName}}
          to   = module.{{version.ResourceName}}.{{ActionResource}}.this
        }

        """;

    private static string ReadActionModule()
    {
        using var reader = new StreamReader(typeof(TerraformFolder).Assembly.GetManifestResourceStream("action/main.tf")!);
        return reader.ReadToEnd();
    }
}
