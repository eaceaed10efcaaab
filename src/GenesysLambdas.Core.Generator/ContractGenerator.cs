using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Generator;

/// <summary>
/// Writes the code that follows from a lookup's attributes: reading inputs, writing outputs, the contract of both, and the program's
/// <c>Main</c>. So the deployed function needs no reflection.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Generate(context, KnownTypes.Input, property => InputsSource.Create(property.ContainingType));
        Generate(context, KnownTypes.Output, property => OutputsSource.Create(property.ContainingType));
        Generate(context, KnownTypes.Lookup, lookup => LookupSource.Create((INamedTypeSymbol)lookup));
        GenerateMain(context);
    }

    private static void GenerateMain(IncrementalGeneratorInitializationContext context)
    {
        var functions = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.LambdaFunction,
            static (_, _) => true,
            static (found, _) => MainSource.Function((IMethodSymbol)found.TargetSymbol));
        var isProgram = context.CompilationProvider.Select(static (compilation, _) => compilation.Options.OutputKind == OutputKind.ConsoleApplication);
        context.RegisterSourceOutput(functions.Collect().Combine(isProgram), static (output, found) =>
        {
            if (found.Right)
            {
                output.AddSource(MainSource.FileName, MainSource.Create(found.Left));
            }
        });
    }

    // Several properties of a record lead to the same source, which is added once.
    private static void Generate(IncrementalGeneratorInitializationContext context, string attribute, Func<ISymbol, GeneratedSource> generate)
    {
        var sources = context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            static (_, _) => true,
            (found, _) => generate(found.TargetSymbol));
        context.RegisterSourceOutput(sources.Collect(), static (output, all) =>
        {
            foreach (var source in all.GroupBy(source => source.FileName).Select(same => same.First()))
            {
                Add(output, source);
            }
        });
    }

    private static void Add(SourceProductionContext output, GeneratedSource source)
    {
        if (source.Problems.IsEmpty)
        {
            output.AddSource(source.FileName, source.Text);
        }

        foreach (var problem in source.Problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }
    }
}
