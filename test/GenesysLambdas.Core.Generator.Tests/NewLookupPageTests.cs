using GenesysLambdas.Testing;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator.Tests;

/// <summary>docs/new-lookup.md against the generator.</summary>
public sealed class NewLookupPageTests
{
    private static string Page => File.ReadAllText(Repository.Path("docs", "new-lookup.md"));

    [Fact]
    public void The_examples_of_an_API_inputs_a_query_and_a_POST_compile()
    {
        const string Records = """
            internal sealed record Orders(int? Count);
            internal sealed record OrderQuery(string CustomerId, int Limit, decimal MinTotal, bool? Open);
            internal static class OrderSearchJson
            {
                internal static class Default
                {
                    internal static System.Text.Json.Serialization.Metadata.JsonTypeInfo<Orders> Orders => null!;
                    internal static System.Text.Json.Serialization.Metadata.JsonTypeInfo<OrderQuery> OrderQuery => null!;
                }
            }
            """;
        var lookUp = $"using GenesysLambdas.Core.ExternalApis; internal static class Search {{ internal static async Task LookUpAsync(OrderSearchInputs inputs, ApiCall api) {{ {Example(3)} }} }}";

        var (compilation, problems) = SampleCompilation.Generate(Records, Example(1), Example(2), lookUp);

        Assert.Empty(problems);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_documented_setting_is_in_its_lookups_contract()
    {
        // Not in one word: README's example of a removal would find it here.
        const string Api = "Order" + "Api";
        var lookup = $$"""
            public sealed partial record In { [Input("a", "A.")] public string A { get; init; } = ""; }
            public sealed partial record Out : LookupOutputs { [Output("b", "B.")] public string B { get; init; } = ""; }

            [Lookup("order-search", "Finds.", Api = typeof({{Api}}))]
            public sealed partial class OrderSearch(LookupHost host) : Lookup<In, Out>(host, Contract)
            {
            {{Example(5)}}
                [Amazon.Lambda.Annotations.LambdaFunction(ResourceName = "OrderSearchFunction")]
                public Task<Answer> LookUpOrder(LookupRequest request, Amazon.Lambda.Core.ILambdaContext context) => AnswerAsync(request, context);
                protected override Task<Out> LookUpAsync(In inputs, GenesysLambdas.Core.ExternalApis.ApiCall api) => Task.FromResult(new Out { B = Settings.OneOf(Detail) });
            }
            """;

        var (compilation, problems) = SampleCompilation.Generate(Example(1), lookup);

        Assert.Empty(problems);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.Contains(compilation.SyntaxTrees, tree => tree.ToString().Contains(", OwnSettings = global::Sample.OrderSearch.OwnSettings };", StringComparison.Ordinal));
    }

    [Fact]
    public void The_documented_types_match_the_generator()
    {
        var rows = Page.Split("| C# type |")[1].Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Split('|')).ToList();

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

    private static string Example(int number) => Page.Split("```csharp\n")[number].Split("```")[0];
}
