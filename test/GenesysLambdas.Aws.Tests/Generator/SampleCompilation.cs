using System.Globalization;
using GenesysLambdas.Aws.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenesysLambdas.Aws.Tests.Generator;

/// <summary>Functions in source, compiled in memory with the generator.</summary>
internal static class SampleCompilation
{
    private const string Usings = """
        global using System;
        global using System.IO;
        global using System.Linq;
        global using System.Text.Json;
        global using System.Threading.Tasks;
        global using Amazon.Lambda.Annotations;
        global using Amazon.Lambda.Core;
        global using Amazon.Lambda.Serialization.SystemTextJson;
        global using Microsoft.Extensions.DependencyInjection;
        """;

    private const string Serializer = """
        namespace Sample
        {
            public class Serializer() : AbstractLambdaJsonSerializer(null), ILambdaSerializer
            {
                protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) => JsonSerializer.Serialize(writer, response);
                protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize<T>(utf8Json)!;
            }
        }
        """;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp13);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("AWSSDK.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The compilation with what was generated, and what the generator and the compiler have against it.</summary>
    public static (Compilation Compilation, string[] Problems) Compile(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Create(source, kind), out var generated, out var diagnostics);
        return (generated, [.. diagnostics.Concat(generated.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")]);
    }

    /// <summary>Why each output is what it is after a file that has nothing to do with functions was added.</summary>
    public static IncrementalStepRunReason[] OutputsAfterUnrelatedChange(string source)
    {
        var compilation = Create(source, OutputKind.DynamicallyLinkedLibrary);
        var changed = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", Parse));
        var result = Driver().RunGenerators(compilation).RunGenerators(changed).GetRunResult().Results.Single();
        return [.. result.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)];
    }

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new FunctionGenerator().AsSourceGenerator()],
        parseOptions: Parse,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static CSharpCompilation Create(string source, OutputKind kind) => CSharpCompilation.Create(
        "Sample",
        [CSharpSyntaxTree.ParseText(Usings, Parse), CSharpSyntaxTree.ParseText(Serializer, Parse), CSharpSyntaxTree.ParseText(source, Parse)],
        References,
        new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
}
