namespace GenesysLambdas.Commands.Actions;

internal static class ActionOptions
{
    public static Option<string> CommittedActions() => Options.Folder("--actions", "The folder of the committed actions.", GeneratedFiles.Actions);

    /// <summary>Returns the folder in <see cref="CommittedActions"/>; by default, one in the repository.</summary>
    public static string Folder(ParseResult result, Option<string> option)
    {
        var folder = result.GetRequiredValue(option);
        return result.GetResult(option) is { Implicit: false } || Directory.Exists(folder)
            ? folder
            : throw new ToolException($"There is no folder {folder} here. Run this in the root of the repository, or name the folder with {option.Name}.");
    }

    public static Option<string?> Stack(string use) => Options.Text(
        "--stack-outputs", "FILE", $"{use} FILE is the output of 'aws cloudformation describe-stacks --stack-name NAME --output json'.");
}
