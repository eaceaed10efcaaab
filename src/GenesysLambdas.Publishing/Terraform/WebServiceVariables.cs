using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Publishing.Terraform;

/// <summary><c>variables.tf</c> for web services data actions, and the values that a stack gives the variables.</summary>
public static class WebServiceVariables
{
    /// <summary>The address of the stack's HTTP API.</summary>
    public const string Address = "http_api_url";

    /// <summary>The token that the HTTP API wants.</summary>
    public const string Token = "http_token";

    /// <summary>The lookups that are deployed.</summary>
    public const string Lookups = "lookups";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    public static string Write(IReadOnlyList<DataAction> actions) =>
        string.Join('\n', Own(actions), TerraformVariables.IntegrationVariable("GenesysLambdas over HTTP"));

    /// <summary>The values in a stack's outputs. It does not have the token.</summary>
    public static string ValuesOf(IReadOnlyList<DataAction> actions, StackOutputs stack) => new JsonObject
    {
        [Address] = stack.HttpApi ?? throw new ToolException($"The stack has no output {StackOutputs.HttpApiKey}: it is deployed with HttpAccess=none."),
        [Lookups] = Names(actions.Where(action => stack.FunctionOf(action.Lookup) is not null)),
    }.ToJsonString(Layout) + "\n";

    private static string Own(IReadOnlyList<DataAction> actions) => $$"""
        variable "{{Address}}" {
          description = "The address of the HTTP API, the stack's output {{StackOutputs.HttpApiKey}}."
          type        = string

          validation {
            condition     = startswith(var.{{Address}}, "https://")
            error_message = "The address must begin with https://."
          }
        }

        variable "{{Token}}" {
          description = "The token in the secret that the stack's output HttpTokenSecretArn names. Terraform keeps it in its state."
          type        = string
          sensitive   = true
        }

        variable "{{Lookups}}" {
          description = "The lookups that are deployed. Only these have an action."
          type        = set(string)
          default     = {{Hcl.Literal(Names(actions))}}
        }

        """;

    private static JsonArray Names(IEnumerable<DataAction> actions) => [.. actions.Select(action => action.Lookup.Name).Distinct().Select(name => JsonValue.Create(name))];
}
