using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Commands.Actions;

internal sealed class ActionsCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal, PlatformAccess platform)
{
    public Command Create() => new(
        "actions",
        "Publishes the lookups as Genesys Cloud data actions, or exports them for import or Terraform. 'publish', 'test' and 'status' "
        + PlatformOptions.Help)
    {
        new PublishActionsCommand(contracts, terminal, platform).Create(),
        new TestActionCommand(contracts, terminal, platform).Create(),
        new ActionStatusCommand(contracts, terminal, platform).Create(),
        new ExportActionsCommand(contracts, terminal).Create(),
        new CheckActionsCommand(contracts, terminal).Create(),
        new TerraformActionsCommand(contracts, terminal).Create(),
        new RetireActionCommand(contracts, terminal).Create(),
    };
}
