using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

internal static class LookupSource
{
    public static GeneratedSource Create(INamedTypeSymbol lookup)
    {
        var attribute = lookup.Attribute(KnownTypes.Lookup)!;
        var problems = PartialTypes.Problems(lookup)
            .Concat(UnseenCharacters.Problems(lookup, attribute))
            .Concat(from found in DeclaredRange.Violations(attribute)
                    select Problem.At(Problem.InvalidNumber, lookup, $"{found.Name} of {lookup.Name}", found.Requirement))
            .ToImmutableArray();
        if (lookup.BaseType?.OriginalDefinition.ToDisplayString() != KnownTypes.LookupBase)
        {
            return GeneratedSource.Create(lookup, "", problems.Add(Problem.At(Problem.NotALookup, lookup, lookup.Name)));
        }

        var functions = Functions(lookup);
        if (functions.Length != 1 || functions[0].ResourceName.Length == 0)
        {
            return GeneratedSource.Create(lookup, "", problems.Add(Problem.At(Problem.NotOneMethod, lookup, lookup.Name)));
        }

        if (ApiDeclaration.Contract(attribute) is not { } api)
        {
            return GeneratedSource.Create(lookup, "", problems.Add(Problem.At(Problem.NotAnApi, lookup, lookup.Name)));
        }

        return GeneratedSource.Create(lookup, Body(lookup, attribute, api, functions[0]), problems) with
        {
            Lookup = new((string)attribute.ConstructorArguments[0].Value!, Literals.Type(lookup), functions[0].Method, Problem.Id(lookup)),
        };
    }

    private static string Body(INamedTypeSymbol lookup, AttributeData attribute, string api, (string Method, string ResourceName) function)
    {
        var (name, description) = ((string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!);
        var records = lookup.BaseType!.TypeArguments;
        string?[] given =
        [
            $"Function = {Literals.Text(function.ResourceName)}",
            $"Method = {Literals.Text(function.Method)}",
            attribute.Argument("MaxAttempts") is int attempts ? $"MaxAttempts = {attempts}" : null,
            attribute.Argument("HttpByDefault") is false ? "HttpByDefault = false" : null,
            Attributes.OwnSettings(lookup) is { } own ? $"OwnSettings = {own}" : null,
        ];
        return $$"""
            partial class {{lookup.Name}}
            {
                /// <summary>The lookup's name, description, inputs and outputs.</summary>
                public static global::GenesysLambdas.Core.Contracts.LookupContract Contract { get; } = new(
                    {{Literals.Text(name)}},
                    {{Literals.Text(description)}},
                    {{api}},
                    {{Literals.Type(records[0])}}.Contract,
                    {{Literals.Type(records[1])}}.Contract){{Literals.Initializer(given)}};
            }
            """;
    }

    private static ImmutableArray<(string Method, string ResourceName)> Functions(INamedTypeSymbol lookup) =>
        [.. from method in lookup.GetMembers().OfType<IMethodSymbol>()
            from data in method.GetAttributes()
            where data.AttributeClass?.ToDisplayString() == KnownTypes.LambdaFunction
            select (method.Name, data.NamedArguments.FirstOrDefault(pair => pair.Key == "ResourceName").Value.Value as string ?? "")];
}
