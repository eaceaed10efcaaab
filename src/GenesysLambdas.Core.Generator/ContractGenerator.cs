using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

/// <summary>
/// Writes the code that follows from a lookup's attributes: reading inputs, writing outputs, the contract of both, and the registry
/// of the lookups. So the deployed function needs no reflection.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Add(context, Read(context, KnownTypes.Input, property => InputsSource.Create(property.ContainingType)));
        Add(context, Read(context, KnownTypes.Output, property => OutputsSource.Create(property.ContainingType)));
        var lookups = Read(context, KnownTypes.Lookup, lookup => LookupSource.Create((INamedTypeSymbol)lookup));
        Add(context, lookups);
        var apis = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.ExternalApi,
            static (_, _) => true,
            static (found, _) => ApiDeclaration.Read(found.TargetSymbol)).Collect();
        Report(context, apis.SelectMany(static (all, _) => ApiDeclaration.Problems(all)));
        var others = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.LambdaFunction,
            static (_, _) => true,
            static (found, _) => OtherFunction(found.TargetSymbol)).Collect();
        var isProgram = context.CompilationProvider.Select(static (compilation, _) => compilation.Options.OutputKind == OutputKind.ConsoleApplication);
        Add(context, lookups.Collect().Combine(others).Combine(isProgram).SelectMany(static (found, _) => found.Right
            ? ImmutableArray.Create(RegistrySource.Create(
                found.Left.Left.Where(source => source.Problems.IsEmpty).Select(source => source.Lookup!),
                found.Left.Right.OfType<RegisteredFunction>()))
            : []));
    }

    /// <summary>A function that is not a lookup's, but is created from the same host.</summary>
    private static RegisteredFunction? OtherFunction(ISymbol method) =>
        method.ContainingType.Attribute(KnownTypes.Lookup) is not null
            ? null
            : new(Literals.Type(method.ContainingType), method.Name, Problem.Id(method));

    // Several properties of a record lead to the same source, which is added once.
    private static IncrementalValuesProvider<GeneratedSource> Read(
        IncrementalGeneratorInitializationContext context, string attribute, Func<ISymbol, GeneratedSource> generate) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(attribute, static (_, _) => true, (found, _) => generate(found.TargetSymbol))
            .Collect()
            .SelectMany(static (sources, _) => sources.GroupBy(source => source.FileName).Select(same => same.First()));

    private static void Add(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<GeneratedSource> sources)
    {
        context.RegisterSourceOutput(
            sources.Where(static source => source.Text.Length > 0), static (output, source) => output.AddSource(source.FileName, source.Text));
        Report(context, sources.SelectMany(static (source, _) => source.Problems));
    }

    // Where a problem is, only the newest compilation knows. It is not asked while there are none.
    private static void Report(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Problem> problems) => context.RegisterSourceOutput(
        problems.Combine(context.CompilationProvider),
        static (output, found) => output.ReportDiagnostic(found.Left.ToDiagnostic(found.Right)));
}
