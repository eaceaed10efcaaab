using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenesysLambdas.Core.Generator.Tests;

/// <summary>What the generator does again, and where it reports a mistake, after an edit.</summary>
public sealed class IncrementalGenerationTests
{
    private const string File = """
        public sealed partial record In { [Input("a", "A.")] public required string A { get; init; } }
        public sealed partial record Out : LookupOutputs { [Output("b", "B.")] public bool B { get; init; } }

        [ExternalApi("X", BaseUrl = "https://x.example")] public sealed class XApi;

        [Lookup("some-lookup", "Finds.", Api = typeof(XApi))]
        public sealed partial class Some(LookupHost host) : Lookup<In, Out>(host, Contract)
        {
            [Amazon.Lambda.Annotations.LambdaFunction(ResourceName = "SomeLookupFunction")]
            public Task<Answer> LookUpSome(LookupRequest request, Amazon.Lambda.Core.ILambdaContext context) => AnswerAsync(request, context);
            protected override Task<Out> LookUpAsync(In inputs, GenesysLambdas.Core.ExternalApis.ApiCall api) => Task.FromResult(new Out());
        }

        public sealed class Door
        {
            [Amazon.Lambda.Annotations.LambdaFunction(ResourceName = "DoorFunction")]
            public Task<Answer> Open(LookupRequest request, Amazon.Lambda.Core.ILambdaContext context) => Task.FromResult<Answer>(null!);
        }
        """;

    private const string Mistake = "public sealed partial record In { [Input(\"a\", \"A.\", Default = 0, Minimum = 1)] public int Mistaken { get; init; } }";

    [Theory]
    [InlineData("// A comment.\n\n")]
    [InlineData("public sealed class Unrelated;\n")]
    public void An_edit_above_a_lookup_regenerates_nothing(string added)
    {
        var result = Results([File], [added + File]).Last();

        var outputs = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        Assert.NotEmpty(outputs);
        Assert.All(outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        Assert.All(Models(result), model => Assert.True(model.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{model.Reason}: {model.Value}"));
    }

    [Fact]
    public void No_model_contains_a_location_or_a_symbol()
    {
        var result = Results([File, Mistake]).Single();

        var kept = Models(result).SelectMany(model => Parts(model.Value)).ToArray();
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, value => value is Location or ISymbol or SyntaxNode or SyntaxTree or Compilation or AttributeData);
    }

    [Theory]
    [InlineData(Mistake, "Mistaken")]
    [InlineData("[ExternalApi(\"x\")] public sealed class XApi;", "XApi")]
    [InlineData("[Lookup(\"some-lookup\", \"\", Api = typeof(int))] public sealed partial class Other;", "Other")]
    public void An_error_is_reported_at_its_current_location(string source, string underlined)
    {
        var moved = "// A comment.\n\n" + source;
        var problems = Results([source], [moved]).Select(result => Assert.Single(result.Diagnostics)).ToArray();

        Assert.Equal([underlined, underlined], problems.Select(Underlined));
        Assert.Equal(2, Line(problems[1]) - Line(problems[0]));
    }

    [Fact]
    public void A_repeated_lookup_is_reported_at_its_current_location()
    {
        string[] before = [File, "namespace Again\n{\n" + File + "\n}"];
        string[] after = [File, "namespace Again\n{\n// A comment.\n" + File + "\n}"];
        var results = Results(before, after);
        var problems = results.Select(result => result.Diagnostics.Single(problem => problem.GetMessage().Contains("some-lookup", StringComparison.Ordinal))).ToArray();

        Assert.Equal(["Some", "Some"], problems.Select(Underlined));
        Assert.Equal(1, Line(problems[1]) - Line(problems[0]));
    }

    [Fact]
    public void An_edited_lookup_is_regenerated()
    {
        var results = Results([File], [File.Replace("LookUpSome", "LookUpOther", StringComparison.Ordinal)]);

        Assert.All(["Sample.Some.g.cs", "LookupRegistry.g.cs"], file => Assert.NotEqual(Text(results[0], file), Text(results[1], file)));
        Assert.All(["Sample.In.g.cs", "Sample.Out.g.cs"], file => Assert.Equal(Text(results[0], file), Text(results[1], file)));
    }

    [Fact]
    public void Editing_an_API_changes_its_lookups_contract()
    {
        const string api = "[ExternalApi(\"X\", Auth = \"basic\")] public sealed class XApi;";
        var lookup = File.Replace("[ExternalApi(\"X\", BaseUrl = \"https://x.example\")] public sealed class XApi;", "", StringComparison.Ordinal);

        var results = Results([api, lookup], [api.Replace("basic", "oauth2", StringComparison.Ordinal), lookup]);

        Assert.Contains("new(\"X\", \"\", \"basic\",", Text(results[0], "Sample.Some.g.cs"), StringComparison.Ordinal);
        Assert.Contains("new(\"X\", \"\", \"oauth2\",", Text(results[1], "Sample.Some.g.cs"), StringComparison.Ordinal);
    }

    /// <summary>What the same driver generates for a program before and after an edit.</summary>
    private static GeneratorRunResult[] Results(params string[][] versions)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return [.. versions.Select(sources =>
        {
            var library = SampleCompilation.Of(sources);
            driver = driver.RunGenerators(library.WithOptions(library.Options.WithOutputKind(OutputKind.ConsoleApplication)));
            return driver.GetRunResult().Results.Single();
        })];
    }

    /// <summary>What was read from the attributes, which later steps work with.</summary>
    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Models(GeneratorRunResult result) =>
        result.TrackedSteps["result_ForAttributeWithMetadataName"].SelectMany(step => step.Outputs);

    private static IEnumerable<object> Parts(object? value) => value switch
    {
        null or string or DiagnosticDescriptor => [],
        IEnumerable items => items.Cast<object>().SelectMany(Parts),
        _ when value.GetType().IsPrimitive || value is ISymbol or SyntaxNode => [value],
        _ => value.GetType().GetProperties().Where(property => property.GetMethod!.IsPublic && !property.GetMethod.IsStatic).SelectMany(property => Parts(property.GetValue(value))).Append(value),
    };

    private static string Text(GeneratorRunResult result, string file) => result.GeneratedSources.Single(source => source.HintName == file).SourceText.ToString();

    private static string Underlined(Diagnostic problem) => problem.Location.SourceTree!.GetText().ToString(problem.Location.SourceSpan);

    private static int Line(Diagnostic problem) => problem.Location.GetLineSpan().StartLinePosition.Line;
}
