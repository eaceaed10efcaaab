using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Template;

/// <summary>
/// The dashboard's lines with Lambda's metrics, one per lookup. JSON has no comments for markers, so a pattern finds them.
/// </summary>
internal static partial class Dashboard
{
    public static string Update(string text, IReadOnlyList<LookupContract> lookups) => Metrics().IsMatch(text)
        ? Metrics().Replace(text, lines => Write(lines, lookups))
        : throw new ToolException(
            """template.yaml: the dashboard has no lines of the form ["AWS/Lambda", "<metric>", "FunctionName", "${AWS::StackName}-<lookup>"]. """
            + "Restore them.");

    private static string Write(Match lines, IReadOnlyList<LookupContract> lookups) => string.Join(
        ",\n",
        from metric in lines.Groups["metric"].Captures.Select(metric => metric.Value).Distinct()
        from lookup in lookups
        select $$"""{{lines.Groups["indent"].Value}}["AWS/Lambda", "{{metric}}", "FunctionName", "${AWS::StackName}-{{lookup.Name}}"]""");

    [GeneratedRegex(
        """(^(?<indent>\ +)\["AWS/Lambda",\ "(?<metric>\w+)",\ "FunctionName",\ "\$\{AWS::StackName\}-[a-z0-9-]+"\](,\n(?=\ +\["AWS/Lambda"))?)+""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metrics();
}
