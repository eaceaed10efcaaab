namespace GenesysLambdas.Cli.Actions.Terraform;

/// <summary><c>variables.tf</c> for web services data actions, and the values that a stack gives the variables.</summary>
internal static class WebServiceVariables
{
    /// <summary>The address of the stack's HTTP API.</summary>
    public const string Address = "http_api_url";

    /// <summary>The token that the HTTP API wants.</summary>
    public const string Token = "http_token";

    /// <summary>The lookups that are deployed.</summary>
    public const string Lookups = "lookups";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    public static string Write(IReadOnlyList<DataAction> actions) => $$"""
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

        variable "{{TerraformVariables.Integration}}" {
          description = "The integration's name in Genesys Cloud, and the category of its actions."
          type        = string
          default     = "GenesysLambdas over HTTP"

          validation {
            condition     = !strcontains(lower(var.{{TerraformVariables.Integration}}), "function data action")
            error_message = "The name must not contain 'function data action': the provider would demand a function's zip file."
          }
        }

        """;

    /// <summary>The values in a stack's outputs. It does not have the token.</summary>
    public static string ValuesOf(IReadOnlyList<DataAction> actions, StackOutputs stack) => new JsonObject
    {
        [Address] = stack.HttpApi ?? throw new ToolException($"The stack has no output {StackOutputs.HttpApiKey}: it is deployed with HttpAccess=none."),
        [Lookups] = Names(actions.Where(action => stack.FunctionOf(action.Lookup) is not null)),
    }.ToJsonString(Layout) + "\n";

    private static JsonArray Names(IEnumerable<DataAction> actions) => [.. actions.Select(action => action.Lookup.Name).Distinct().Select(name => JsonValue.Create(name))];
}
