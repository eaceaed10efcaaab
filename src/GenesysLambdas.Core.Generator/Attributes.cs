using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

internal static class Attributes
{
    public static AttributeData? Attribute(this ISymbol symbol, string type) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == type);

    /// <summary>The static property with a lookup's or API's own settings, as C#; null if there is none.</summary>
    public static string? OwnSettings(INamedTypeSymbol type) =>
        type.GetMembers("OwnSettings").Any(member => member.IsStatic) ? $"{Literals.Type(type)}.OwnSettings" : null;

    public static object? Argument(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(pair => pair.Key == name).Value is { IsNull: false } value ? value.Value : null;
}
