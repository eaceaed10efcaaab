using System.Reflection;

namespace GenesysLambdas.Testing;

/// <summary>A lookup in the registry and its class. New lookups are covered without being listed.</summary>
public sealed record LookupUnderTest(Type Type, MethodInfo Method, LookupContract Contract)
{
    public static IReadOnlyList<LookupUnderTest> All { get; } =
    [
        .. from contract in SuiteUnderTestAttribute.Current.Contracts
           join type in SuiteUnderTestAttribute.Current.Code.Functions.GetTypes() on contract.Name equals type.GetCustomAttribute<LookupAttribute>()?.Name
           select new LookupUnderTest(type, type.GetMethod(contract.Method)!, contract),
    ];

    /// <summary>Its missing parts. One test reports them, and the others run only for complete lookups.</summary>
    public IReadOnlyList<string> Missing { get; } = LookupParts.Missing(Type, Contract);

    /// <summary>The suite's test that reports what is missing.</summary>
    public const string CompletenessTest = "RegistrationTests.A_lookup_has_all_that_belongs_to_it";

    /// <summary>Why its tests are skipped; null if they are not.</summary>
    public string? Skip => Missing.Count == 0
        ? null
        : $"{Contract.Name} is not complete: {CompletenessTest} in {SuiteUnderTestAttribute.Projects.Tests} says what is missing.";

    /// <summary>Lookups with no missing parts.</summary>
    public static IReadOnlyList<LookupUnderTest> Complete { get; } = [.. All.Where(lookup => lookup.Skip is null)];

    /// <summary>For tests of all lookups at once.</summary>
    public static void SkipUnlessAllAreComplete()
    {
        if (All.FirstOrDefault(lookup => lookup.Skip is not null) is { Skip: { } reason })
        {
            Assert.Skip(reason);
        }
    }

    public static LookupUnderTest Named(string name) => All.Single(lookup => lookup.Contract.Name == name);

    /// <summary>Without the inputs that every lookup has.</summary>
    public IReadOnlyList<InputContract> OwnInputs => [.. Contract.Inputs.Except(CommonInputs.Contract)];

    /// <summary>For theories over every lookup.</summary>
    public static TheoryData<string> Names => [.. All.Select(lookup => new TheoryDataRow<string>(lookup.Contract.Name) { Skip = lookup.Skip })];

    /// <summary>For theories over every lookup and some cases of each.</summary>
    public static TheoryData<string, string> NamesAnd(Func<LookupUnderTest, IEnumerable<string>> cases) =>
        [.. from lookup in All from one in cases(lookup) select new TheoryDataRow<string, string>(lookup.Contract.Name, one) { Skip = lookup.Skip }];
}
