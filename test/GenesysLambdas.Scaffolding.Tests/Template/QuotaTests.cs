using System.Diagnostics;
using System.Text.RegularExpressions;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Scaffolding.Template;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Scaffolding.Tests.Template;

/// <summary>How many lookups a stack holds (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html).</summary>
public sealed partial class QuotaTests : IDisposable
{
    private static readonly string[] Sections = ["Resources", "Parameters", "Outputs", "Mappings"];

    private static readonly string Committed = File.ReadAllText(Repository.Path("template.yaml"));

    private readonly SuiteCopy _suite = new();

    private static IReadOnlyList<LookupContract> Suite => LookupRegistry.Contracts;

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task Counts_the_resources_after_SAMs_transform()
    {
        Assert.SkipUnless(Make.IsInstalled("python3"), "python3 is not installed");
        var templates = new[] { 0, 1, 12 }.Select(Template).Append(Of([Suite[0]])).ToList();
        for (var i = 0; i < templates.Count; i++)
        {
            _suite.Write($"{i}.yaml", templates[i]);
        }

        var (code, output) = await RunAsync(["--count", .. templates.Select((_, i) => _suite.At($"{i}.yaml"))]);
        Assert.SkipWhen(output.Contains("is not installed", StringComparison.Ordinal), "aws-sam-translator is not installed");

        Assert.Equal(0, code);
        Assert.Equal(
            templates.Select(template => string.Join(' ', Sections.Select(section => Quotas.Count(template, section)))),
            output.Trim().Split('\n'));
    }

    [Fact]
    public async Task Generate_warns_at_90_percent_of_a_quota()
    {
        var fits = Enumerable.Range(0, 60).Last(count => Quotas.Count(Template(count), "Resources") < 450);

        Assert.Empty(await WarningsAsync(fits));
        Assert.Matches(@"^template\.yaml declares 4[56]\d resources, including those that SAM adds; CloudFormation allows 500\. Spread the lookups over several stacks: docs/deployment\.md#quotas\n$", await WarningsAsync(fits + 1));
        Assert.Contains("CloudFormation allows 500. ", await WarningsAsync(60), StringComparison.Ordinal);
    }

    [Fact]
    public void The_documented_numbers_match_the_template()
    {
        var page = File.ReadAllText(Repository.Path("docs", "deployment.md"));
        int Each(string section) => Quotas.Count(Template(1), section) - Quotas.Count(Template(0), section);
        var most = Enumerable.Range(0, 100).Last(count => Quotas.Count(Of(Imaginary(count)), "Resources") <= 500);

        Assert.Equal(($"{Each("Resources")}", $"{Each("Parameters")}", $"{Each("Outputs")}"), Found(Increments().Match(page), "resources", "parameters", "outputs"));
        Assert.Equal($"{most}", Most().Match(page).Groups["lookups"].Value);
    }

    private static (string, string, string) Found(Match match, string first, string second, string third) =>
        (match.Groups[first].Value, match.Groups[second].Value, match.Groups[third].Value);

    private static IReadOnlyList<LookupContract> Imaginary(int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var letters = $"{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}";
        return Suite[0] with
        {
            Name = $"imaginary-{letters}",
            Function = $"Imaginary{char.ToUpperInvariant(letters[0])}{letters[1]}Function",
            Method = $"LookUpImaginary{letters}",
            Api = new($"IMAGINARY_{letters.ToUpperInvariant()}_API", "", "bearer", RequiresSecret: false),
        };
    })];

    /// <summary>The suite's template with more lookups, each with an API of its own.</summary>
    private static string Template(int count) => Of([.. Suite, .. Imaginary(count)]);

    private static string Of(IReadOnlyList<LookupContract> lookups) => SamTemplate.Update(WithoutOwnLines(lookups), lookups);

    /// <summary>The committed template without the lines written by hand for lookups that are left out.</summary>
    private static string WithoutOwnLines(IReadOnlyList<LookupContract> lookups) => Suite.Except(lookups)
        .Aggregate(Committed, (text, lookup) => OwnLines.Remove(text, lookup.Function));

    private async Task<string> WarningsAsync(int count)
    {
        IReadOnlyList<LookupContract> lookups = [.. Suite, .. Imaginary(count)];
        _suite.AddSources([.. lookups.Select(lookup => lookup.Name)]);
        Assert.Equal(0, await _suite.RunAsync(lookups, "generate"));
        return _suite.Error;
    }

    private static async Task<(int Code, string Output)> RunAsync(IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [Repository.Path(".ci", "check-template"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    [GeneratedRegex(@"API of its own adds (?<resources>\d+) resources, (?<parameters>\d+) parameters and (?<outputs>\d+) outputs", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Increments();

    [GeneratedRegex(@"a stack can hold (?<lookups>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Most();
}
