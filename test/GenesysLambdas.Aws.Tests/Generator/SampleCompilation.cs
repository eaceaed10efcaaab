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

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("AWSSDK.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The compilation with what was generated, and what the generator and the compiler have against it.</summary>
    public static (Compilation Compilation, string[] Problems) Compile(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp13);
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(Usings, parse), CSharpSyntaxTree.ParseText(Serializer, parse), CSharpSyntaxTree.ParseText(source, parse)],
            References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new FunctionGenerator().AsSourceGenerator()], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        return (generated, [.. diagnostics.Concat(generated.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")]);
    }
}
