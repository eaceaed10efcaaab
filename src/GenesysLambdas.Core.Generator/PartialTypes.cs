using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenesysLambdas.Core.Generator;

internal static class PartialTypes
{
    public static IEnumerable<Problem> Problems(INamedTypeSymbol type)
    {
        var isPartial = type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .All(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
        if (!isPartial || type.ContainingType is not null)
        {
            yield return Problem.At(Problem.NotPartial, type, type.Name);
        }
    }
}
