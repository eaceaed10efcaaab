using GenesysLambdas.Publishing.Terraform;
using GenesysLambdas.Tooling.Actions;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>Compares the committed files with what would be written now.</summary>
public sealed class ActionCheck(IReadOnlyList<LookupContract> lookups, string folder, string terraformFolder)
{
    /// <summary>Every file that is out of date, with its differences, and what to do; empty if all are up to date.</summary>
    public IReadOnlyList<string> Run()
    {
        var files = ActionFiles.Read(folder);
        var actions = ActionPlan.Create(lookups, files);
        List<string> report =
        [
            .. OutOfDate(actions, files, folder),
            .. files.Strays.Select(path => $"{path} is not an action's file: delete it."),
            .. TerraformModule.Files(actions, files.Retired).SelectMany(file => Compare(Path.Combine(terraformFolder, file.Name), file.Text)),
        ];
        return report.Count == 0 ? [] : [.. report, GeneratedFiles.Advice];
    }

    /// <summary>Every action whose file is out of date, with its differences; empty if all are up to date.</summary>
    public static IReadOnlyList<string> OutOfDate(IReadOnlyList<DataAction> actions, ActionFiles files, string folder) =>
        [.. actions.SelectMany(action => OutOfDate(action, files, folder))];

    private static IEnumerable<string> OutOfDate(DataAction action, ActionFiles files, string folder)
    {
        if (files.Kept.FirstOrDefault(kept => kept.Version == action.Version) is not { } committed)
        {
            return [$"{Path.Combine(folder, action.Version.FileName)} is missing."];
        }

        // The code does not know which deployment the file belongs to.
        var expected = action.ImportFile(ActionCall.Lambda(action.Lookup, committed.Function), ActionTemplates.Canonical);
        return committed.Text == expected ? [] : [$"{committed.Path} is out of date:", .. Differences(committed, action, expected)];
    }

    private static string[] Differences(CommittedAction committed, DataAction action, string expected)
    {
        string[] differences =
        [
            .. ContractChange.Between(committed.Contract, action.Contract).Select(change => "  " + change.Marked),
            .. JsonDifference.Between(WithoutProperties(committed.Json), WithoutProperties(JsonNode.Parse(expected)!.AsObject())).Select(difference => "  " + difference),
        ];
        return differences.Length == 0 ? ["  the order or the layout differs"] : differences;
    }

    private static JsonObject WithoutProperties(JsonObject action)
    {
        var copy = action.DeepClone().AsObject();
        var contract = copy["contract"]!;
        foreach (var schema in new[] { contract["input"]!["inputSchema"]!, contract["output"]!["successSchema"]! })
        {
            schema.AsObject().Remove("properties");
        }

        return copy;
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
