using System.Text.RegularExpressions;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Rules;

public sealed partial class ReliabilityTests
{
    private static readonly Lazy<ILookup<string, (string Base, string Source)>> TestClasses = new(() => (
        from file in Repository.Sources("test").Concat(Repository.Sources("src", "GenesysLambdas.Testing"))
        let source = File.ReadAllText(file)
        from declaration in TestClass().Matches(source)
        select (Name: declaration.Groups["class"].Value, Base: declaration.Groups["base"].Value, Source: source))
        .ToLookup(found => found.Name, found => (found.Base, found.Source)));

    private static string Promises => File.ReadAllText(Repository.Path("docs", "reliability.md"));

    [Fact]
    public void Every_test_that_the_promises_name_exists()
    {
        var tests = TestName().Matches(Promises);
        Assert.NotEmpty(tests);
        Assert.All(tests, test =>
        {
            // A public method of a test class is a test: an analyzer sees to it.
            Assert.Matches($@"public (async )?(Task|void) {test.Groups["method"].Value}\(", SourceOf(test.Groups["class"].Value));
        });
    }

    [Fact]
    public void Every_promise_names_a_test()
    {
        var promises = Promises.Split("## Under load")[0].Split('\n').Where(IsPromise).ToList();
        Assert.NotEmpty(promises);
        Assert.All(promises, promise => Assert.Matches(TestName(), promise));
    }

    /// <summary>The files in which a test class and what it derives from are.</summary>
    private static string SourceOf(string testClass) => string.Concat(TestClasses.Value[testClass].Select(found => found.Source + SourceOf(found.Base)));

    private static bool IsPromise(string line) => line.StartsWith("| ", StringComparison.Ordinal) && line != "| promise | shown by |";

    [GeneratedRegex("class (?<class>[A-Za-z0-9]+Tests)\\b(\\([^)]*\\))?( : (?<base>[A-Za-z0-9]+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TestClass();

    [GeneratedRegex("`(?<class>[A-Za-z0-9]+Tests)\\.(?<method>\\w+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TestName();
}
