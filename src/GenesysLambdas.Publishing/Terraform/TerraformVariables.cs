using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Publishing.Terraform;

/// <summary><c>variables.tf</c>, and the values that a stack gives the variables.</summary>
public static class TerraformVariables
{
    /// <summary>Terraform reads a file with this name by itself. It belongs to one deployment, so it is not committed.</summary>
    public const string ValuesFile = "terraform.tfvars.json";

    /// <summary>The role that Genesys Cloud assumes.</summary>
    public const string Role = "role_arn";

    /// <summary>The integration's name.</summary>
    public const string Integration = "integration_name";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The function of an action; all versions of a lookup share it.</summary>
    public static string FunctionOf(DataAction action) => $"{action.Lookup.Name.Replace('-', '_')}_function_arn";

    public static string Write(IReadOnlyList<DataAction> actions) =>
        string.Join('\n', [RoleVariable(), IntegrationVariable("GenesysLambdas"), .. actions.DistinctBy(action => action.Lookup.Name).Select(Function)]);

    /// <summary>The variable for the integration's name, which is also the actions' category.</summary>
    /// <remarks>
    /// The provider takes a category with "function data action" in it, in any case and with hyphens or underscores for the spaces,
    /// for one of Genesys Cloud's own functions.
    /// </remarks>
    public static string IntegrationVariable(string name) => $$"""
        variable "{{Integration}}" {
          description = "The integration's name in Genesys Cloud, and the category of its actions."
          type        = string
          default     = "{{name}}"

          validation {
            condition     = !strcontains(replace(lower(var.{{Integration}}), "/[-_]/", " "), "function data action")
            error_message = "The name must not contain 'function data action': the provider would demand a function's zip file."
          }
        }

        """;

    /// <summary>The values in a stack's outputs, as the text of <see cref="ValuesFile"/>.</summary>
    public static string ValuesOf(IReadOnlyList<DataAction> actions, StackOutputs stack)
    {
        var values = new JsonObject
        {
            [Role] = stack.Role
                ?? throw new ToolException($"{StackOutputs.NoRole} Set it and deploy again, or call the stack's HTTP API instead: --web-services."),
        };
        foreach (var action in actions)
        {
            if (stack.FunctionOf(action.Lookup) is { } function)
            {
                values[FunctionOf(action)] = function;
            }
        }

        return values.ToJsonString(Layout) + "\n";
    }

    private static string RoleVariable() => $$"""
        variable "{{Role}}" {
          description = "The role that Genesys Cloud assumes, the stack's output {{StackOutputs.RoleKey}}."
          type        = string
        }

        """;

    private static string Function(DataAction action) => $$"""
        variable "{{FunctionOf(action)}}" {
          description = "The function of {{action.Lookup.Name}}, the stack's output {{StackOutputs.FunctionKey(action.Lookup)}}. If it is empty, there is no such action."
          type        = string
          default     = ""
        }

        """;
}
