using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

/// <summary>
/// Generates code from a lookup's attributes, so that the deployed function needs no reflection: reading inputs, writing outputs,
/// contracts, and the registry of lookups.
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

    /// <summary>A function that is not a lookup, but has the same host.</summary>
    private static RegisteredFunction? OtherFunction(ISymbol method) =>
        method.ContainingType.Attribute(KnownTypes.Lookup) is not null
            ? null
            : new(Literals.Type(method.ContainingType), method.Name, Problem.Id(method));

    // A record's properties all produce the same source, which is added once.
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

    // Locations come from the newest compilation, which is only used if there are problems.
    private static void Report(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Problem> problems) => context.RegisterSourceOutput(
        problems.Combine(context.CompilationProvider),
        static (output, found) => output.ReportDiagnostic(found.Left.ToDiagnostic(found.Right)));
}
