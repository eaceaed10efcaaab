using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Template;

/// <summary>
/// Checks a template against CloudFormation's quotas
/// (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html). A resource counts even if its condition is false.
/// </summary>
internal static partial class Quotas
{
    private const int WarnAtPercent = 90;

    private static readonly (string Section, int Limit)[] Limits = [("Resources", 500), ("Parameters", 200), ("Outputs", 200), ("Mappings", 200)];

    public static IEnumerable<string> Warnings(string template) =>
        from limit in Limits
        let count = Count(template, limit.Section)
        where count * 100 >= limit.Limit * WarnAtPercent
        let what = limit.Section == "Resources" ? "resources, including those that SAM adds" : limit.Section.ToLowerInvariant()
        select $"template.yaml declares {count} {what}; CloudFormation allows {limit.Limit}. Spread the lookups over several stacks: docs/deployment.md#quotas";

    /// <summary>The number of a section's members after SAM's transform, with gradual deployment, which adds the most.</summary>
    public static int Count(string template, string section)
    {
        var start = template.IndexOf($"\n{section}:\n", StringComparison.Ordinal);
        var body = start < 0 ? "" : Rest().Match(template, start + section.Length + ":\n".Length).Value;
        var members = Member().Count(body);
        if (section != "Resources")
        {
            return members;
        }

        // Each function gets a version, an alias and a deployment group. The deployment groups share an application.
        var functions = Function().Count(body);
        return members + (3 * functions) + (functions > 0 ? 1 : 0);
    }

    [GeneratedRegex(@"\G\n([ #].*\n|\n)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rest();

    [GeneratedRegex("^  [A-Za-z0-9]+:", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Member();

    [GeneratedRegex("^    Type: AWS::Serverless::Function$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Function();
}
