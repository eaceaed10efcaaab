using System.Runtime.Loader;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Core.Hosting;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator.Tests;

/// <summary>What is generated for a program of the lookups in its files: the registry.</summary>
public sealed class LookupRegistryTests
{
    private const string Records = """
        [ExternalApi("X", BaseUrl = "https://x.example")] public sealed class XApi;
        public sealed partial record In { [Input("a", "A.")] public required string A { get; init; } }
        public sealed partial record Out : LookupOutputs { [Output("b", "B.")] public bool B { get; init; } }
        """;

    private static readonly string Apple = Lookup("Apple", "apple");
    private static readonly string Pear = Lookup("Pear", "pear");
    private static readonly string Throwing = Lookup("Throwing", "a-lookup-whose-constructor-throws", "private readonly int _number = int.Parse(\"none\");");

    [Fact]
    public void Lookups_are_sorted_by_name()
    {
        Assert.Equal(Generated(Records, Apple, Pear, Throwing), Generated(Pear, Throwing, Apple, Records));

        var contracts = (IReadOnlyList<LookupContract>)Registry(Pear, Throwing, Apple).GetProperty("Contracts")!.GetValue(null)!;
        Assert.Equal(["a-lookup-whose-constructor-throws", "apple", "pear"], contracts.Select(contract => contract.Name));
    }

    [Fact]
    public void Creates_only_the_requested_lookup()
    {
        var registry = Registry(Apple, Throwing);
        var functions = Functions(registry);

        Assert.NotNull(functions["LookUpApple"](LookupHost.ForLambda()));
        Assert.Throws<FormatException>(() => functions["LookUpThrowing"](LookupHost.ForLambda()));
    }

    [Theory]
    [InlineData("\"apple\"", "\"pear\"", "More than one lookup has the name 'pear'")]
    [InlineData("LookUpApple", "LookUpPear", "More than one lookup has the method 'LookUpPear'")]
    public void Two_lookups_with_the_same_name_or_method_are_one_error(string own, string other, string message)
    {
        var (compilation, problems) = SampleCompilation.GenerateProgram(Records, Apple.Replace(own, other, StringComparison.Ordinal), Pear);

        var problem = Assert.Single(problems);
        Assert.Equal(("GL010", DiagnosticSeverity.Error, message), (problem.Id, problem.Severity, problem.GetMessage()));
        Assert.True(problem.Location.IsInSource);
        Assert.Empty(Errors(compilation));
    }

    [Fact]
    public void A_function_without_a_lookup_is_runnable_but_has_no_contract()
    {
        const string door = """
            public sealed class Door(LookupHost host)
            {
                [Amazon.Lambda.Annotations.LambdaFunction(ResourceName = "DoorFunction")]
                public Task<Answer> Open(LookupRequest request, Amazon.Lambda.Core.ILambdaContext context) => Task.FromResult<Answer>(host is null ? null! : null!);
            }
            """;

        var registry = Registry(Apple, door);
        var contracts = (IReadOnlyList<LookupContract>)registry.GetProperty("Contracts")!.GetValue(null)!;

        Assert.Equal("apple", Assert.Single(contracts).Name);
        Assert.Equal("Open", Functions(registry)["Open"](LookupHost.ForLambda()).Method.Name);
    }

    [Fact]
    public void An_invalid_lookup_is_left_out()
    {
        var mistaken = Apple.Replace("(ResourceName = \"AppleFunction\")", "", StringComparison.Ordinal);

        Assert.Equal("GL007", Assert.Single(SampleCompilation.GenerateProgram(Records, mistaken, Pear).Problems).Id);
        Assert.Equal(Generated(Records, Pear), Generated(Records, mistaken, Pear));
    }

    private static string Lookup(string type, string name, string member = "") => $$"""
        [Lookup("{{name}}", "Finds.", Api = typeof(XApi))]
        public sealed partial class {{type}}(LookupHost host) : Lookup<In, Out>(host, Contract)
        {
            {{member}}

            [Amazon.Lambda.Annotations.LambdaFunction(ResourceName = "{{type}}Function")]
            public Task<Answer> LookUp{{type}}(LookupRequest request, Amazon.Lambda.Core.ILambdaContext context) => AnswerAsync(request, context);
            protected override Task<Out> LookUpAsync(In inputs, GenesysLambdas.Core.ExternalApis.ApiCall api) => Task.FromResult(new Out());
        }
        """;

    private static string Generated(params string[] sources) =>
        SampleCompilation.GenerateProgram(sources).Compilation.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == "LookupRegistry.g.cs").ToString();

    /// <summary>The registry of a program, compiled and loaded.</summary>
    private static Type Registry(params string[] lookups)
    {
        var (compilation, _) = SampleCompilation.GenerateProgram([Records, .. lookups]);
        Assert.Empty(Errors(compilation));
        using var program = new MemoryStream();
        compilation.Emit(program);
        program.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(program).GetType("GenesysLambdas.LookupRegistry")!;
    }

    private static IReadOnlyDictionary<string, Func<LookupHost, LookupFunction>> Functions(Type registry) =>
        (IReadOnlyDictionary<string, Func<LookupHost, LookupFunction>>)registry.GetProperty("Functions")!.GetValue(null)!;

    private static IEnumerable<Diagnostic> Errors(Compilation compilation) => compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
}
