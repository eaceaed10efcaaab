using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Aws.Generator;

/// <summary>Does what AWS's Amazon.Lambda.Annotations generator does for plain functions, and writes no CloudFormation template.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FunctionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Amazon.Lambda.Annotations.LambdaFunctionAttribute", static (_, _) => true, ModelReader.Function);
        var startups = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Amazon.Lambda.Annotations.LambdaStartupAttribute", static (_, _) => true, ModelReader.Startup).Collect();
        var assembly = context.CompilationProvider.Select(ModelReader.Assembly);

        context.RegisterSourceOutput(functions.Combine(startups).Combine(assembly), static (output, read) =>
            WriteFunction(output, read.Left.Left, read.Left.Right, read.Right));
        context.RegisterSourceOutput(startups, ReportStartups);
        context.RegisterSourceOutput(functions.Collect().Combine(assembly), static (output, read) =>
            WriteMain(output, read.Left, read.Right));
    }

    private static void WriteFunction(
        SourceProductionContext output,
        ReadResult<FunctionModel> read,
        ImmutableArray<ReadResult<StartupModel>> startups,
        AssemblyModel assembly)
    {
        if (read.Model is not { } function)
        {
            output.ReportDiagnostic(read.Problem!.ToDiagnostic());
            return;
        }

        var serializer = function.Serializer ?? assembly.Serializer;
        if (function.NeedsSerializer && serializer is null)
        {
            output.ReportDiagnostic(new Problem(Rules.NoSerializer, function.Location, function.Method).ToDiagnostic());
            return;
        }

        var startup = startups.FirstOrDefault(startup => startup.Model is not null)?.Model?.Class;
        output.AddSource($"{function.GeneratedClass}.g.cs", FunctionWriter.Write(function, startup, serializer));
    }

    private static void ReportStartups(SourceProductionContext output, ImmutableArray<ReadResult<StartupModel>> startups)
    {
        foreach (var problem in startups.Select(startup => startup.Problem).OfType<Problem>())
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }

        foreach (var startup in startups.Select(startup => startup.Model).OfType<StartupModel>().Skip(1))
        {
            output.ReportDiagnostic(new Problem(Rules.SeveralStartups, startup.Location, startup.Class).ToDiagnostic());
        }
    }

    private static void WriteMain(SourceProductionContext output, ImmutableArray<ReadResult<FunctionModel>> read, AssemblyModel assembly)
    {
        FunctionModel[] functions = [.. read.Select(result => result.Model).OfType<FunctionModel>()];
        var duplicates = functions.GroupBy(function => function.Method).SelectMany(group => group.Skip(1)).ToArray();
        foreach (var duplicate in duplicates)
        {
            output.ReportDiagnostic(new Problem(Rules.DuplicateMethodName, duplicate.Location, duplicate.Method).ToDiagnostic());
        }

        if (assembly.GenerateMain && assembly.IsLibrary)
        {
            output.ReportDiagnostic(Diagnostic.Create(Rules.MainInLibrary, Location.None));
            return;
        }

        // A function's errors are reported with it; a Main without it would only add more.
        var complete = functions.Length > 0
            && functions.Length == read.Length
            && duplicates.Length == 0
            && functions.All(function => !function.NeedsSerializer || (function.Serializer ?? assembly.Serializer) is not null);
        if (assembly.GenerateMain && complete)
        {
            output.AddSource("GeneratedProgram.g.cs", MainWriter.Write(functions));
        }
    }
}
