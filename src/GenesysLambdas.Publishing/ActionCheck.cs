using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Terraform;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Publishing;

/// <summary>Compares the committed files with what would be generated now.</summary>
public sealed class ActionCheck(IReadOnlyList<LookupContract> lookups, string folder, string terraformFolder)
{
    /// <exception cref="ToolException">The code breaks the contract of a committed action.</exception>
    public IReadOnlyList<string> Run()
    {
        var files = ActionFiles.Read(folder);
        var actions = ActionPlan.Create(lookups, files);
        List<string> report =
        [
            .. files.OutOfDate(actions),
            .. files.Strays.Select(path => $"{path} is not an action's file: delete it."),
            .. new FunctionsTerraform(actions, files, terraformFolder).Files().SelectMany(file => Compare(Path.Combine(terraformFolder, file.Path), file.Text)),
        ];
        return report.Count == 0 ? [] : [.. report, GeneratedFiles.Advice];
    }

    private static IEnumerable<string> Compare(string path, string expected) => GeneratedFiles.Read(path) switch
    {
        null => [$"{path} is missing."],
        var text when text == expected => [],
        var text => [$"{path} is out of date: {FirstDifference(text.Split('\n'), expected.Split('\n'))}"],
    };

    private static string FirstDifference(string[] found, string[] expected)
    {
        var line = found.Zip(expected).TakeWhile(lines => lines.First == lines.Second).Count();
        return $"line {line + 1} is {Text(found)}, must be {Text(expected)}";

        string Text(string[] lines) => line < lines.Length ? $"'{lines[line].Trim()}'" : "none";
    }
}
