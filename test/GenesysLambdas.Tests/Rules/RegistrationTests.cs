using System.Text.RegularExpressions;
using GenesysLambdas.Contracts;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Rules;

/// <summary>What is easily forgotten when a lookup is added: each test fails with its name.</summary>
public sealed partial class RegistrationTests
{
    private static IReadOnlyList<LookupContract> Contracts => [.. LookupUnderTest.All.Select(lookup => lookup.Contract)];

    public static TheoryData<string> All => [.. Contracts.Select(contract => contract.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_lookup_has_all_that_belongs_to_it(string lookup)
    {
        var missing = LookupUnderTest.Named(lookup).Missing;

        Assert.True(missing.Count == 0, $"{lookup} is not complete, and its other tests are skipped until it is. What is missing, and what to do:\n"
            + string.Join('\n', missing.Select((part, i) => $"{i + 1}. {part}")));
    }

    [Fact]
    public void No_two_lookups_share_a_name_a_function_or_a_method()
    {
        Assert.Empty(Repeated(contract => contract.Name));
        Assert.Empty(Repeated(contract => contract.Function));
        Assert.Empty(Repeated(contract => contract.Method));
    }

    [Fact]
    public void Names_are_in_kebab_case_and_functions_are_called_after_them()
    {
        foreach (var contract in Contracts)
        {
            Assert.Matches(KebabCase(), contract.Name);
            Assert.Equal(string.Concat(contract.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Function", contract.Function);
        }
    }

    [Fact]
    public void Every_input_and_output_is_described_in_a_sentence()
    {
        var descriptions = Contracts.SelectMany(contract => contract.Inputs.Select(input => input.Description)
            .Concat(contract.Outputs.Select(output => output.Description))
            .Append(contract.Description));

        Assert.All(descriptions, description => Assert.EndsWith(".", description, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Repeated(Func<LookupContract, string> name) =>
        Contracts.GroupBy(name).Where(same => same.Count() > 1).Select(same => same.Key);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();
}
