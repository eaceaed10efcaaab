using System.Text.RegularExpressions;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Rules;

/// <summary>What the Markdown pages point at.</summary>
public sealed partial class PagesTests
{
    public static TheoryData<string> All => [.. from file in Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Repository.Path("docs"), "*.md"))
                                             select Path.GetRelativePath(Repository.Root, file)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_link_within_the_repository_leads_to_a_file_and_its_heading(string page)
    {
        var links = Link().Matches(WithoutCode(page)).Select(match => match.Groups["target"].Value).Where(target => !target.StartsWith("https://", StringComparison.Ordinal));

        Assert.All(links, link =>
        {
            var (file, heading) = (link.Split('#')[0], link.Split('#').ElementAtOrDefault(1));
            var target = file.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, file);
            Assert.True(Path.Exists(Repository.Path(target)), link);
            Assert.True(heading is null || Headings(target).Contains(heading), link);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_file_and_folder_that_a_page_names_exists(string page)
    {
        var named = WithoutCode(page).Split('`').Where((_, i) => i % 2 == 1).Where(text => Named().IsMatch(text));

        Assert.All(named, path => Assert.True(Path.Exists(Repository.Path(path)), path));
    }

    [Fact]
    public void The_README_links_to_every_page() => Assert.Empty(
        All.Select(page => page.Data).Where(page => page != "README.md").Except(Link().Matches(WithoutCode("README.md")).Select(match => match.Groups["target"].Value)));

    // As GitHub makes them: lower case, punctuation dropped, a hyphen for each space.
    private static IEnumerable<string> Headings(string page) =>
        Heading().Matches(WithoutCode(page)).Select(match => Punctuation().Replace(match.Groups["text"].Value, "").Replace(' ', '-').ToLowerInvariant());

    private static string WithoutCode(string page) => CodeBlock().Replace(File.ReadAllText(Repository.Path(page)), "");

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Punctuation();

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^(src|test|docs|genesys|[.][a-z-]+)/[^ <]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
