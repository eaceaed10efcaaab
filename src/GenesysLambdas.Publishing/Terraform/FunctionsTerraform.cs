using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Publishing.Terraform;

/// <summary>Terraform for actions that invoke the functions.</summary>
/// <param name="folder">The folder to write to. Unless it is next to the actions' folder, it gets copies of their files, so that it can be moved.</param>
public sealed class FunctionsTerraform(IReadOnlyList<DataAction> actions, ActionFiles files, string folder)
    : TerraformFolder(actions, files.Retired, Beside(folder, files.Folder))
{
    private const string Role = "role_arn";

    private protected override TerraformIntegration Integration { get; } =
        new("lambda", ActionCall.LambdaIntegration, "amazonWebServicesARN", "AmazonWebServicesARN", $"ARN = var.{Role}");

    private protected override IEnumerable<string> Variables =>
    [
        $$"""
        variable "{{Role}}" {
          description = "The role that Genesys Cloud assumes, the stack's output {{StackOutputs.RoleKey}}."
          type        = string
        }

        """,
        TerraformIntegration.Variable("GenesysLambdas"),
        .. Lookups.Select(lookup => $$"""
        variable "{{FunctionOf(lookup)}}" {
          description = "The function of {{lookup.Name}}, the stack's output {{StackOutputs.FunctionKey(lookup)}}. If it is empty, there is no such action."
          type        = string
          default     = ""
        }

        """),
    ];

    private protected override JsonObject Values(StackOutputs stack) => new(
    [
        KeyValuePair.Create(Role, (JsonNode?)(stack.Role
            ?? throw new ToolException($"{StackOutputs.NoRole} Set it and deploy again, or call the stack's HTTP API instead: --web-services."))),
        .. from lookup in Lookups
           where stack.FunctionOf(lookup) is not null
           select KeyValuePair.Create(FunctionOf(lookup), (JsonNode?)stack.FunctionOf(lookup)),
    ]);

    private protected override string Copy(DataAction action) => files.Expected(action);

    private protected override string Url(LookupContract lookup) => $"var.{FunctionOf(lookup)}";

    private static string? Beside(string folder, string other) =>
        Path.GetRelativePath(folder, other).Split(Path.DirectorySeparatorChar) is ["..", var name] ? $"../{name}" : null;

    // All versions of a lookup share its function.
    private static string FunctionOf(LookupContract lookup) => $"{lookup.Name.Replace('-', '_')}_function_arn";
}
