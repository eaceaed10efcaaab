using System.Reflection;
using System.Runtime.Loader;
using GenesysLambdas.Core.Generator;
using GenesysLambdas.Scaffolding.NewLookups;
using GenesysLambdas.Scaffolding.NewLookups.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenesysLambdas.Scaffolding.Tests.NewLookups;

/// <summary>Lookups that <c>new</c> wrote, compiled with their APIs and stand-ins as the project compiles them.</summary>
internal static class WrittenSuite
{
    // Implicit usings of the projects, and what the command line's project adds.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using GenesysLambdas.Local.StandIns;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using System.Text.Json.Nodes;
        """;

    /// <summary>Loads them.</summary>
    public static Assembly Compile(IReadOnlyList<NewLookup> lookups)
    {
        var trees = lookups.SelectMany(lookup => new[] { LookupCode.Write(lookup), StandInCode.Write(lookup) }).Concat(lookups.Select(lookup => lookup.Api.Code(lookup.Files.Projects.Functions)).Distinct(StringComparer.Ordinal)).Append(Usings)
            .Select((source, i) => CSharpSyntaxTree.ParseText(source, path: $"{i}.cs"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        // A name to which the command line's internals are visible, and which no assembly of this process has.
        var compilation = CSharpCompilation.Create("GenesysLambdas.Cli.Tests", trees, references, new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator(), .. JsonGenerators()])
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out var problems);
        Assert.Empty(problems);
        Assert.Empty(complete.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

        using var assembly = new MemoryStream();
        Assert.True(complete.Emit(assembly).Success);
        assembly.Position = 0;
        return new AssemblyLoadContext("written", isCollectible: true).LoadFromStream(assembly);
    }

    /// <summary>The SDK's own generator, which compiles every project's serializer contexts.</summary>
    private static IEnumerable<ISourceGenerator> JsonGenerators()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var generator = Directory.Exists(packs) ? Directory.GetFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault() : null;
        Assert.SkipWhen(generator is null, "The SDK's JSON generator is not beside the runtime, so nothing that uses it can be compiled here.");
        return from type in Assembly.LoadFrom(generator!).GetTypes()
               where type.GetCustomAttribute<GeneratorAttribute>() is not null
               select ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
