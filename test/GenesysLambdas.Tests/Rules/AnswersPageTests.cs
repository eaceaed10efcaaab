using GenesysLambdas.Core.Answers;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Faults;

namespace GenesysLambdas.Tests.Rules;

/// <summary>docs/answers.md against what the functions answer.</summary>
public sealed class AnswersPageTests
{
    private static IReadOnlyList<string[]> Rows => [.. File.ReadAllText(Repository.Path("docs", "answers.md")).Split("| errorCode |")[1].Split("\n\n")[0].Split('\n').Skip(2)
        .Select(row => row.Split('|', StringSplitOptions.TrimEntries))];

    [Fact]
    public void The_table_of_error_codes_is_that_of_the_code() => Assert.Equal(
        Enum.GetValues<ErrorCode>().Select(code => ($"`{code}`", $"{code.ToOutputs().Status}")).Order(),
        Rows.Select(row => (row[1], row[2])).Order());

    [Fact]
    public void The_lookups_that_it_says_answer_NotFound_do_and_no_others()
    {
        var named = Rows.Single(row => row[1] == "`NotFound`")[3].Split('`').Where((_, i) => i % 2 == 1);
        // FaultTests holds these files against the lookups.
        var answering = LookupUnderTest.Complete.Select(lookup => lookup.Contract.Name)
            .Where(lookup => HealthyApi.Of(lookup).ErrorCodes.GetValueOrDefault("404") == nameof(ErrorCode.NotFound));

        Assert.Equal(answering.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
