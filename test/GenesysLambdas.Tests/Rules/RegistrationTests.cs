using System.Text.RegularExpressions;
using GenesysLambdas.Contracts;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Rules;

/// <summary>What is easily forgotten when a lookup is added: each test fails with its name.</summary>
public sealed partial class RegistrationTests
{
    private static IReadOnlyList<LookupContract> Contracts => [.. LookupUnderTest.All.Select(lookup => lookup.Contract)];

    [Fact]
    public void Every_lookup_is_registered_in_Startup() =>
        Assert.Empty(Contracts.Select(contract => contract.Name).Except(Startup.Lookups.Contracts.Select(contract => contract.Name)));

    [Fact]
    public void Every_lookup_has_saved_requests_for_the_Lambda_test_tool() =>
        Assert.All(Contracts, contract => Assert.True(Directory.Exists(SavedRequests.Folder(contract.Function)), $"{contract.Function} has none."));

    [Fact]
    public void Every_lookup_is_in_the_table_of_the_README()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));

        Assert.All(Contracts, contract => Assert.Contains($"| `{contract.Name}` | `{contract.Function}` |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_lookup_stands_in_the_file_of_its_name() =>
        Assert.All(LookupUnderTest.All, lookup => Assert.True(File.Exists(Repository.Path("src", "GenesysLambdas", "Lookups", lookup.Type.Name + ".cs")), lookup.Type.Name));

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
