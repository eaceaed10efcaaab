using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

/// <summary>The ranges that the properties of our attributes declare with <c>[Range]</c>.</summary>
internal static class DeclaredRange
{
    /// <summary>The arguments that are out of range, and what they must be.</summary>
    public static IEnumerable<(string Name, string Requirement)> Violations(AttributeData attribute) =>
        from argument in attribute.NamedArguments
        from property in attribute.AttributeClass!.GetMembers(argument.Key)
        from data in property.GetAttributes()
        where data.AttributeClass?.ToDisplayString() == KnownTypes.Range && argument.Value.Value is int
        let number = (int)argument.Value.Value!
        let minimum = (int)data.ConstructorArguments[0].Value!
        let maximum = (int)data.ConstructorArguments[1].Value!
        where number < minimum || number > maximum
        select (Name: argument.Key, Requirement: maximum == int.MaxValue ? $"at least {minimum}" : $"{minimum} to {maximum}");
}
