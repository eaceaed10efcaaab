using System.Text.RegularExpressions;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Rules;

public sealed partial class ReadmeTests
{
    private static string Readme => File.ReadAllText(Repository.Path("README.md"));

    [Fact]
    public void It_is_read_in_five_minutes() => Assert.InRange(Readme.Split('\n').Length, 1, 199);

    [Fact]
    public void The_example_of_a_lookup_is_an_excerpt_of_the_file_it_says_it_is()
    {
        var rest = File.ReadAllText(Repository.Path("src", "GenesysLambdas", "Lookups", "UserLookup.cs"));
        var pieces = Ellipsis().Split(Readme.Split("```csharp\n")[1].Split("```")[0]);

        Assert.All(pieces, piece =>
        {
            Assert.Contains(piece, rest, StringComparison.Ordinal);
            rest = rest[(rest.IndexOf(piece, StringComparison.Ordinal) + piece.Length)..];
        });
    }

    [Fact]
    public void The_test_that_it_sends_a_newcomer_to_exists()
    {
        Assert.Equal($"{nameof(RegistrationTests)}.{nameof(RegistrationTests.A_lookup_has_all_that_belongs_to_it)}", LookupUnderTest.CompletenessTest);
        Assert.Contains($"`{LookupUnderTest.CompletenessTest}`", Readme, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^ *// \.\.\.\n", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ellipsis();
}
