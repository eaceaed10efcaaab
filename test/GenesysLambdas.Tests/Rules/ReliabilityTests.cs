using System.Text.RegularExpressions;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Rules;

public sealed partial class ReliabilityTests
{
    private static readonly Lazy<Dictionary<string, string>> TestClasses = new(() => Repository.Sources("test")
        .Where(file => file.EndsWith("Tests.cs", StringComparison.Ordinal))
        .GroupBy(file => Path.GetFileNameWithoutExtension(file), file => File.ReadAllText(file), StringComparer.Ordinal)
        .ToDictionary(same => same.Key, string.Concat, StringComparer.Ordinal));

    private static string Promises => File.ReadAllText(Repository.Path("docs", "reliability.md"));

    [Fact]
    public void Every_test_that_the_promises_name_exists()
    {
        var tests = TestName().Matches(Promises);
        Assert.NotEmpty(tests);
        Assert.All(tests, test =>
        {
            // A public method of a test class is a test: an analyzer sees to it.
            var source = TestClasses.Value.GetValueOrDefault(test.Groups["class"].Value, "");

            Assert.Matches($@"public (async )?(Task|void) {test.Groups["method"].Value}\(", source);
        });
    }

    [Fact]
    public void Every_promise_names_a_test()
    {
        var promises = Promises.Split("## Under load")[0].Split('\n').Where(IsPromise).ToList();
        Assert.NotEmpty(promises);
        Assert.All(promises, promise => Assert.Matches(TestName(), promise));
    }

    private static bool IsPromise(string line) => line.StartsWith("| ", StringComparison.Ordinal) && line != "| promise | shown by |";

    [GeneratedRegex("`(?<class>[A-Za-z0-9]+Tests)\\.(?<method>\\w+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TestName();
}
