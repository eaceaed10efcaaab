using GenesysLambdas.Core.Contracts;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

/// <summary>Finds invisible characters in attributes that would reorder text, here and in Genesys Cloud.</summary>
internal static class UnseenCharacters
{
    public static IEnumerable<Problem> Problems(ISymbol symbol, AttributeData attribute) =>
        (from value in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(pair => pair.Value))
         where value.Kind == TypedConstantKind.Primitive
         from c in value.Value as string ?? ""
         where TextRules.IsUnseen(c)
         select Problem.At(Problem.UnseenCharacter, symbol, symbol.Name, $"U+{(int)c:X4}")).Take(1);
}
