using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Generator;

/// <summary>
/// Writes the code that follows from a lookup's attributes: reading inputs, writing outputs, the contract of both, the registry
/// of the lookups, and the program's <c>Main</c>. So the deployed function needs no reflection.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Generate(context, KnownTypes.Input, property => InputsSource.Create(property.ContainingType));
        Generate(context, KnownTypes.Output, property => OutputsSource.Create(property.ContainingType));
        var lookups = Generate(context, KnownTypes.Lookup, lookup => LookupSource.Create((INamedTypeSymbol)lookup));
        var others = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.LambdaFunction,
            static (_, _) => true,
            static (found, _) => OtherFunction(found.TargetSymbol)).Collect();
        var isProgram = context.CompilationProvider.Select(static (compilation, _) => compilation.Options.OutputKind == OutputKind.ConsoleApplication);
        context.RegisterSourceOutput(lookups.Combine(others).Combine(isProgram), static (output, found) =>
        {
            if (found.Right)
            {
                var (lookups, others) = found.Left;
                Add(output, ProgramSource.Create(
                    lookups.Where(source => source.Problems.IsEmpty).Select(source => source.Lookup!),
                    others.OfType<RegisteredFunction>()));
            }
        });
    }

    /// <summary>A function that is not a lookup's, but is created from the same host.</summary>
    private static RegisteredFunction? OtherFunction(ISymbol method) =>
        method.ContainingType.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == KnownTypes.Lookup)
            ? null
            : new(Literals.Type(method.ContainingType), method.Name, method.Locations[0]);

    // Several properties of a record lead to the same source, which is added once.
    private static IncrementalValueProvider<ImmutableArray<GeneratedSource>> Generate(
        IncrementalGeneratorInitializationContext context, string attribute, Func<ISymbol, GeneratedSource> generate)
    {
        var sources = context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            static (_, _) => true,
            (found, _) => generate(found.TargetSymbol)).Collect();
        context.RegisterSourceOutput(sources, static (output, all) =>
        {
            foreach (var source in all.GroupBy(source => source.FileName).Select(same => same.First()))
            {
                Add(output, source);
            }
        });
        return sources;
    }

    private static void Add(SourceProductionContext output, GeneratedSource source)
    {
        if (source.Text.Length > 0)
        {
            output.AddSource(source.FileName, source.Text);
        }

        foreach (var problem in source.Problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }
    }
}
