using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenesysLambdas.Core.Generator.Tests;

/// <summary>Code that somebody might write, compiled with and without what is generated.</summary>
internal static class SampleCompilation
{
    private const string Usings = """
        global using System.Collections.Generic;
        global using System.Threading.Tasks;
        global using GenesysLambdas;
        global using GenesysLambdas.Core.Answers;
        global using GenesysLambdas.Core.Contracts;
        global using GenesysLambdas.Core.Requests;
        """;

    public static (Compilation Compilation, ImmutableArray<Diagnostic> Problems) Generate(params string[] sources) => Generate(Of(sources));

    /// <summary>As an executable, which also has a registry.</summary>
    public static (Compilation Compilation, ImmutableArray<Diagnostic> Problems) GenerateProgram(params string[] sources)
    {
        var library = Of([.. sources, "internal static class Program { private static void Main() { } }"]);
        return Generate(library.WithOptions(library.Options.WithOutputKind(OutputKind.ConsoleApplication)));
    }

    public static CSharpCompilation Of(params string[] sources)
    {
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText($"namespace Sample;\n{source}")).Prepend(CSharpSyntaxTree.ParseText(Usings));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("Sample", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static (Compilation Compilation, ImmutableArray<Diagnostic> Problems) Generate(CSharpCompilation sources)
    {
        CSharpGeneratorDriver.Create(new ContractGenerator()).RunGeneratorsAndUpdateCompilation(sources, out var compilation, out var problems);
        return (compilation, problems);
    }
}
