using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Publishing.Platform;

/// <summary>An integration of AWS Lambda data actions.</summary>
/// <param name="State">Whether it runs, as Genesys Cloud reports it: <c>ACTIVE</c>, <c>INACTIVE</c>, <c>ERROR</c> and others.</param>
/// <param name="CredentialId">The id of the credential with the role's ARN; null if none is configured.</param>
public sealed record Integration(string Id, string Name, string State, string? CredentialId)
{
    private const string Root = "/api/v2/integrations";

    public bool IsActive => State == "ACTIVE";

    /// <summary>Finds the integration with this name or, if it is null, the only one.</summary>
    /// <exception cref="ToolException">There is none, or there are several.</exception>
    public static async Task<Integration> FindAsync(PlatformClient client, string? name, CancellationToken cancellationToken)
    {
        var list = Get($"?integrationType={ActionCall.LambdaIntegration}&expand=config", "read the integrations");
        var all = (await client.ListAsync(list, cancellationToken))
            .Where(entity => entity.Text("integrationType", "id") == ActionCall.LambdaIntegration).ToList();
        var found = name is null ? all : all.FindAll(entity => entity.Text("name") == name);
        var names = string.Join(", ", all.Select(entity => $"'{entity.Text("name")}'"));
        return found switch
        {
            [var entity] => await ReadAsync(client, entity, cancellationToken),
            [] when all.Count == 0 => throw new ToolException(
                $"There is no integration of AWS Lambda data actions in the organization ({client.Region.Domain}). "
                + "In Genesys Cloud, under Admin > Integrations > Integrations, add AWS Lambda Data Actions, give it a credential with the role's ARN "
                + $"(the stack's output {StackOutputs.RoleKey}), and activate it. Or create it with Terraform ('actions terraform')."),
            [] => throw new ToolException($"There is no integration of AWS Lambda data actions named '{name}'. The organization has: {names}."),
            _ when name is null => throw new ToolException(
                $"There are {all.Count} integrations of AWS Lambda data actions: {names}. Choose one with --integration."),
            _ => throw new ToolException($"There are {found.Count} integrations named '{name}': rename one of them in Genesys Cloud."),
        };
    }

    /// <summary>The role's ARN in the credential; null if Genesys Cloud does not reveal it.</summary>
    public async Task<string?> RoleAsync(PlatformClient client, CancellationToken cancellationToken)
    {
        if (CredentialId is null)
        {
            return null;
        }

        var request = Get($"/credentials/{Uri.EscapeDataString(CredentialId)}", "read the integration's credential");
        var credential = await client.FindAsync(request, cancellationToken);
        return credential.Text("credentialFields", "ARN") is { Length: > 0 } arn ? arn : null;
    }

    private static async Task<Integration> ReadAsync(PlatformClient client, JsonObject entity, CancellationToken cancellationToken)
    {
        var id = entity.Text("id") ?? "";
        // The configuration may be missing in a list.
        var current = entity.At("config", "current")
            ?? await client.SendAsync(Get($"/{Uri.EscapeDataString(id)}/config/current", "read the integration's configuration"), cancellationToken);
        return new(id, entity.Text("name") ?? "", entity.Text("reportedState", "code") ?? "UNKNOWN", current.Text("credentials", "AmazonWebServicesARN", "id"));
    }

    private static PlatformRequest Get(string path, string what) => PlatformRequest.Get(Root + path, what, Permissions.ViewIntegrations);
}
