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

        context.RegisterSourceOutput(functions.Combine(startups), static (output, read) => WriteFunction(output, read.Left, read.Right));
        context.RegisterSourceOutput(startups, ReportStartups);
    }

    private static void WriteFunction(SourceProductionContext output, ReadResult<FunctionModel> read, ImmutableArray<ReadResult<StartupModel>> startups)
    {
        if (read.Model is not { } function)
        {
            output.ReportDiagnostic(read.Problem!.ToDiagnostic());
            return;
        }

        var startup = startups.FirstOrDefault(startup => startup.Model is not null)?.Model?.Class;
        output.AddSource($"{function.GeneratedClass}.g.cs", FunctionWriter.Write(function, startup));
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
}
