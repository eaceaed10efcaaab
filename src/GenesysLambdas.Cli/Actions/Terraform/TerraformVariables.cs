namespace GenesysLambdas.Cli.Actions.Terraform;

/// <summary><c>variables.tf</c>, and the values that a stack gives the variables.</summary>
internal static class TerraformVariables
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

    public static string Write(IReadOnlyList<DataAction> actions) => string.Join('\n', [General(), .. actions.DistinctBy(action => action.Lookup.Name).Select(Function)]);

    /// <summary>The values in a stack's outputs, as the text of <see cref="ValuesFile"/>.</summary>
    public static string ValuesOf(IReadOnlyList<DataAction> actions, StackOutputs stack)
    {
        var values = new JsonObject();
        if (stack.Role is not null)
        {
            values[Role] = stack.Role;
        }

        foreach (var action in actions)
        {
            if (stack.FunctionOf(action.Lookup) is { } function)
            {
                values[FunctionOf(action)] = function;
            }
        }

        return values.ToJsonString(Layout) + "\n";
    }

    // The provider takes a category with 'function data action' in its name for one of Genesys Cloud's own functions.
    private static string General() => $$"""
        variable "{{Role}}" {
          description = "The role that Genesys Cloud assumes, the stack's output {{StackOutputs.RoleKey}}."
          type        = string
        }

        variable "{{Integration}}" {
          description = "The integration's name in Genesys Cloud, and the category of its actions."
          type        = string
          default     = "GenesysLambdas"

          validation {
            condition     = !strcontains(lower(var.{{Integration}}), "function data action")
            error_message = "The name must not contain 'function data action': the provider would demand a function's zip file."
          }
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
