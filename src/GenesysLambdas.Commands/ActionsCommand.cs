using System.CommandLine;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Commands;

/// <summary><c>actions</c>: the lookups as data actions of Genesys Cloud.</summary>
internal sealed class ActionsCommand(IReadOnlyList<LookupContract> contracts, Terminal terminal, PlatformAccess platform)
{
    public Command Create() => new(
        "actions",
        "The lookups as data actions of Genesys Cloud: published from here, as files to import, or for Terraform. 'publish', 'test' and 'status' " + PlatformOptions.Help)
    {
        new PublishActionsCommand(contracts, terminal, platform).Create(),
        new TestActionCommand(contracts, terminal, platform).Create(),
        new ActionStatusCommand(contracts, terminal, platform).Create(),
        new ExportActionsCommand(contracts, terminal).Create(),
        new CheckActionsCommand(contracts, terminal).Create(),
        new TerraformActionsCommand(contracts, terminal).Create(),
        new RetireActionCommand(contracts, terminal).Create(),
    };

    public static Option<string> CommittedActions() => new("--actions")
    {
        HelpName = "DIR",
        Description = "The folder of the committed actions.",
        DefaultValueFactory = _ => GeneratedFiles.Actions,
    };

    /// <summary>The value of <see cref="CommittedActions"/>. The default is a folder of the repository.</summary>
    public static string Folder(ParseResult result, Option<string> option)
    {
        var folder = result.GetRequiredValue(option);
        return result.GetResult(option) is { Implicit: false } || Directory.Exists(folder)
            ? folder
            : throw new ToolException($"There is no folder {folder} here. Run this in the root of the repository, or name the folder with {option.Name}.");
    }

    public static Option<string?> Stack(string use) => new("--stack-outputs")
    {
        HelpName = "FILE",
        Description = $"{use} FILE is the output of 'aws cloudformation describe-stacks --stack-name NAME --output json'.",
    };
}
