using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Publishing.Terraform;

/// <summary>What the Terraform of data actions is about: the functions themselves, or the stack's HTTP API.</summary>
/// <param name="Resource">The name of the credential's and the integration's resources.</param>
/// <param name="CredentialType">The type of the credential.</param>
/// <param name="CredentialFields">Its fields.</param>
/// <param name="CredentialKey">The integration's name for it.</param>
/// <param name="IntegrationType">The type of the integration.</param>
/// <param name="IsThere">The expression that says whether there is an action.</param>
/// <param name="Url">The expression for where an action's request goes.</param>
/// <param name="Headers">The headers of the request.</param>
internal sealed record TerraformTarget(
    string Resource,
    string CredentialType,
    string CredentialFields,
    string CredentialKey,
    string IntegrationType,
    Func<DataAction, string> IsThere,
    Func<DataAction, string> Url,
    JsonObject Headers)
{
    public static TerraformTarget Functions { get; } = new(
        "lambda",
        "amazonWebServicesARN",
        $"ARN = var.{TerraformVariables.Role}",
        "AmazonWebServicesARN",
        ActionCall.LambdaIntegration,
        action => $"var.{TerraformVariables.FunctionOf(action)} == \"\" ? 0 : 1",
        action => $"var.{TerraformVariables.FunctionOf(action)}",
        []);

    /// <remarks>
    /// The provider's key for a web services credential of any type is basicAuth: examples/resources/genesyscloud_integration and
    /// docs/guides/custom_auth_action.md in MyPureCloud/terraform-provider-genesyscloud; Genesys's own installer
    /// (MyPureCloud/purecloud-premium-app, ws-data-actions.js) uses it for userDefined, too.
    /// </remarks>
    public static TerraformTarget WebService(string? tokenHeader) => new(
        "web_services",
        "userDefined",
        $"{Actions.WebService.TokenField} = var.{WebServiceVariables.Token}",
        "basicAuth",
        Actions.WebService.Integration,
        action => $"contains(var.{WebServiceVariables.Lookups}, \"{action.Lookup.Name}\") ? 1 : 0",
        action => $"\"${{trimsuffix(var.{WebServiceVariables.Address}, \"/\")}}{HttpPath.Of(action.Lookup)}\"",
        Actions.WebService.Headers(tokenHeader ?? HttpTokenHeader.Authorization, Actions.WebService.Token(tokenHeader)));
}
