using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Cli.Actions.Terraform;

/// <summary><c>variables.tf</c>, and the values that a stack gives to them.</summary>
internal static class TerraformVariables
{
    /// <summary>Terraform reads a file of this name by itself. It belongs to one deployment, so it is not committed.</summary>
    public const string ValuesFile = "terraform.tfvars.json";

    /// <summary>The role that Genesys Cloud assumes.</summary>
    public const string Role = "role_arn";

    /// <summary>The integration's name.</summary>
    public const string Integration = "integration_name";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The function of an action; a lookup's versions have it in common.</summary>
    public static string FunctionOf(DataAction action) => $"{action.Lookup.Name.Replace('-', '_')}_function_arn";

    public static string Write(IReadOnlyList<DataAction> actions)
    {
        var hcl = new HclWriter();
        Variable(hcl, Role, $"The role that Genesys Cloud assumes, the stack's output {StackOutputs.RoleKey}.");
        Variable(hcl.Blank(), Integration, "The integration's name in Genesys Cloud, and the category of its actions.", "GenesysLambdas", NoFunctionCategory);
        foreach (var action in actions.DistinctBy(action => action.Lookup.Name))
        {
            var output = StackOutputs.FunctionKey(action.Lookup);
            Variable(hcl.Blank(), FunctionOf(action), $"The function of {action.Lookup.Name}, the stack's output {output}. Empty, there is no such action.", "");
        }

        return hcl.ToString();
    }

    /// <summary>The values that a stack's outputs give, as the text of <see cref="ValuesFile"/>.</summary>
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

    // The provider takes such a category for that of Genesys Cloud's own functions, and demands their zip file.
    private static void NoFunctionCategory(HclWriter hcl) => hcl.Blank().Block("validation", () => hcl
        .Attribute("condition", $"!strcontains(lower(var.{Integration}), \"function data action\")")
        .Attribute("error_message", HclWriter.Literal("The name must not contain 'function data action': the provider would demand a function's zip file.")));

    private static void Variable(HclWriter hcl, string name, string description, string? byDefault = null, Action<HclWriter>? rules = null) => hcl.Block($"variable \"{name}\"", () =>
    {
        hcl.Attribute("description", HclWriter.Literal(description)).Attribute("type", "string");
        if (byDefault is not null)
        {
            hcl.Attribute("default", HclWriter.Literal(byDefault));
        }

        rules?.Invoke(hcl);
    });
}
