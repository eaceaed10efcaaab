using GenesysLambdas.Tests.Generator;
using GenesysLambdas.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Tests.Rules;

public sealed class ReadmeTests
{
    private static string Readme => File.ReadAllText(Repository.Path("README.md"));

    [Fact]
    public void The_example_of_a_lookup_is_the_file_it_says_it_is() =>
        Assert.Equal(File.ReadAllText(Repository.Path("src", "GenesysLambdas", "Lookups", "UserLookup.cs")), Example(1));

    [Fact]
    public void The_example_of_inputs_a_query_and_a_POST_compiles()
    {
        const string Records = """
            internal sealed record Orders(int? Count);
            internal sealed record OrderQuery(string CustomerId, int Limit, decimal MinTotal, bool? Open);
            internal static class LookupJson
            {
                internal static class Default
                {
                    internal static System.Text.Json.Serialization.Metadata.JsonTypeInfo<Orders> Orders => null!;
                    internal static System.Text.Json.Serialization.Metadata.JsonTypeInfo<OrderQuery> OrderQuery => null!;
                }
            }
            """;
        var lookUp = $"using GenesysLambdas.ExternalApis; internal static class Search {{ internal static async Task LookUpAsync(OrderSearchInputs inputs, ApiCall api) {{ {Example(3)} }} }}";

        var (compilation, problems) = SampleCompilation.Generate(Records, Example(2), lookUp);

        Assert.Empty(problems);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_table_of_types_is_what_the_generator_makes_of_them()
    {
        var rows = Readme.Split("| C# type |")[1].Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Split('|')).ToList();

        Assert.Equal(7, rows.Count);
        Assert.All(rows, row => Assert.All(row[1].Split('`').Where((_, i) => i % 2 == 1), type =>
        {
            var (record, attribute) = row[1].Contains("outputs only", StringComparison.Ordinal) ? ("Sample : LookupOutputs", "Output") : ("Sample", "Input");
            var (compilation, problems) = SampleCompilation.Generate($"public sealed partial record {record} {{ [{attribute}(\"a\", \"A.\")] public {type} A {{ get; init; }} }}".Replace("JsonElement", "System.Text.Json.JsonElement", StringComparison.Ordinal));

            Assert.Empty(problems);
            Assert.Contains("ContractType." + ContractType(row[2].Trim(), type), compilation.SyntaxTrees.Last().ToString(), StringComparison.Ordinal);
        }));

        string ContractType(string described, string type) => described switch
        {
            "array of strings" => "String, IsArray: true",
            "the same" => ContractType(rows.Single(row => row[1].Contains($"`{type.TrimEnd('?')}`", StringComparison.Ordinal))[2].Trim(), type),
            _ => char.ToUpperInvariant(described[0]) + described[1..],
        };
    }

    [Fact]
    public void The_files_and_folders_that_it_names_exist()
    {
        var named = Readme.Split('`').Where((_, i) => i % 2 == 1).Where(text => text.StartsWith("src/", StringComparison.Ordinal) || text.StartsWith('.'));

        Assert.All(named.Where(path => path.Contains('/', StringComparison.Ordinal)), path => Assert.True(Path.Exists(Repository.Path(path)), path));
    }

    [Fact]
    public void The_test_that_it_sends_a_newcomer_to_exists()
    {
        Assert.Equal($"{nameof(RegistrationTests)}.{nameof(RegistrationTests.A_lookup_has_all_that_belongs_to_it)}", LookupUnderTest.CompletenessTest);
        Assert.Contains($"`{LookupUnderTest.CompletenessTest}`", Readme, StringComparison.Ordinal);
    }

    private static string Example(int number) => Readme.Split("```csharp\n")[number].Split("```")[0];
}
