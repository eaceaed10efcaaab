using System.Text.Json.Nodes;
using GenesysLambdas.Cli.Actions.Terraform;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Cli.Actions;

/// <summary>Compares the committed files with what would be written now.</summary>
/// <param name="lookups">Every lookup.</param>
/// <param name="folder">The folder of the committed actions.</param>
/// <param name="terraformFolder">The folder of the committed Terraform files.</param>
internal sealed class ActionCheck(IReadOnlyList<LookupContract> lookups, string folder, string terraformFolder)
{
    /// <summary>Every file that is out of date, with its differences, and what to do; empty when none is.</summary>
    /// <exception cref="ToolException">A committed file cannot be read.</exception>
    public IReadOnlyList<string> Run()
    {
        List<string> report = [.. lookups.SelectMany(Compare), .. Orphans(), .. Terraform()];
        if (report.Count > 0)
        {
            report.Add(report.Exists(line => line.StartsWith(BreakingMark, StringComparison.Ordinal)) ? Advice.NewVersion : Advice.Export);
        }

        return report;
    }

    private const string BreakingMark = "  breaking: ";

    private IEnumerable<string> Compare(LookupContract lookup)
    {
        if (CommittedAction.Read(folder, lookup) is not { } committed)
        {
            return [$"{Path.Combine(folder, DataAction.FileNameOf(lookup))} is missing."];
        }

        var differences = Differences(committed, new DataAction(lookup, committed.Version));
        return differences.Length == 0 ? [] : [$"{committed.Path} is out of date:", .. differences];
    }

    private static string[] Differences(CommittedAction committed, DataAction action)
    {
        // Which deployment the file belongs to is not the code's to say.
        var expected = action.ImportFile(committed.Function, ActionTemplates.Canonical);
        if (committed.Text == expected)
        {
            return [];
        }

        string[] differences =
        [
            .. ContractChange.Between(committed, action).Select(change => change.IsBreaking ? BreakingMark + change.Description : $"  harmless: {change.Description}"),
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

    private IEnumerable<string> Orphans() =>
        from path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : []
        where !lookups.Any(lookup => DataAction.FileNameOf(lookup) == Path.GetFileName(path))
        orderby path
        select $"{path} is of no lookup: delete it.";

    private IEnumerable<string> Terraform()
    {
        var actions = lookups.Select(lookup => new DataAction(lookup, CommittedAction.Read(folder, lookup)?.Version ?? 1)).ToList();
        foreach (var (name, expected) in TerraformModule.Files(actions))
        {
            var path = Path.Combine(terraformFolder, name);
            if (!File.Exists(path))
            {
                yield return $"{path} is missing.";
            }
            else if (File.ReadAllText(path) is var text && text != expected)
            {
                yield return $"{path} is out of date: {FirstDifference(text.Split('\n'), expected.Split('\n'))}";
            }
        }
    }

    private static string FirstDifference(string[] found, string[] expected)
    {
        var line = found.Zip(expected).TakeWhile(lines => lines.First == lines.Second).Count();
        return $"line {line + 1} is {Text(found)}, must be {Text(expected)}";

        string Text(string[] lines) => line < lines.Length ? $"'{lines[line].Trim()}'" : "none";
    }
}
