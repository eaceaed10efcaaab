using System.Text.RegularExpressions;

namespace GenesysLambdas.Testing.Lookups;

/// <summary>Tests for what is easily forgotten when adding a lookup.</summary>
public abstract partial class LookupRegistrationTests
{
    public static TheoryData<string> All => [.. SuiteUnderTestAttribute.Current.Contracts.Select(contract => contract.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_lookup_has_all_that_belongs_to_it(string lookup)
    {
        var missing = LookupUnderTest.Named(lookup).Missing;

        Assert.True(missing.Count == 0, $"{lookup} is not complete, and its other tests are skipped until it is. What is missing, and what to do:\n"
            + string.Join('\n', missing.Select((part, i) => $"{i + 1}. {part}")));
    }

    [Fact]
    public void Names_are_in_kebab_case_and_functions_are_named_after_them()
    {
        foreach (var contract in SuiteUnderTestAttribute.Current.Contracts)
        {
            Assert.Matches(KebabCase(), contract.Name);
            Assert.Equal(SuiteUnderTestAttribute.Projects.FilesOf(contract.Name).Function, contract.Function);
        }
    }

    [Fact]
    public void Saved_requests_belong_to_a_lookup() => Assert.Subset(
        SuiteUnderTestAttribute.Current.Contracts.Select(contract => contract.Function).ToHashSet(StringComparer.Ordinal),
        Directory.GetDirectories(Repository.Path(".aws-lambda-testtool", "SavedRequests"))
            .Select(folder => Path.GetFileName(folder)).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Every_input_and_output_is_described_in_a_sentence()
    {
        var descriptions = SuiteUnderTestAttribute.Current.Contracts.SelectMany(contract => contract.Inputs.Select(input => input.Description)
            .Concat(contract.Outputs.Select(output => output.Description))
            .Append(contract.Description));

        Assert.All(descriptions, description => Assert.EndsWith(".", description, StringComparison.Ordinal));
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();
}
