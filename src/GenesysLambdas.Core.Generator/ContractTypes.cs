using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

internal static class ContractTypes
{
    public static ITypeSymbol NotNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && !IsJson(nullable.TypeArguments[0])
            ? nullable.TypeArguments[0]
            : type;

    public static string Name(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int32 or SpecialType.System_Int64 => "Integer",
        SpecialType.System_Decimal => "Number",
        SpecialType.System_Boolean => "Boolean",
        _ => "String",
    };

    public static string? Reader(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => "Text",
        SpecialType.System_Int32 or SpecialType.System_Int64 => "Integer",
        SpecialType.System_Decimal => "Number",
        SpecialType.System_Boolean => "Boolean",
        _ when IsJson(type) => "Json",
        _ => null,
    };

    /// <summary>Whether it can contain any JSON value.</summary>
    public static bool IsJson(ITypeSymbol type) => type.ToDisplayString() == KnownTypes.JsonElement;

    public static ITypeSymbol? Element(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T } list ? list.TypeArguments[0] : null;

    /// <summary>Whether an attribute's default fits the type. Attributes cannot contain decimals.</summary>
    public static bool Takes(ITypeSymbol type, object value) => type.SpecialType switch
    {
        SpecialType.System_String => value is string,
        SpecialType.System_Boolean => value is bool,
        SpecialType.System_Decimal => value is int or long or double,
        SpecialType.System_Int32 or SpecialType.System_Int64 => value is int or long,
        _ => false,
    };
}
