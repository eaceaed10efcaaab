using System.Collections.Immutable;
using System.Linq;
using GenesysLambdas.ExternalApis;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Generator;

/// <summary>The generated part of a lookup's class: its contract.</summary>
internal static class LookupSource
{
    public static GeneratedSource Create(INamedTypeSymbol lookup)
    {
        var attribute = lookup.GetAttributes().First(data => data.AttributeClass?.ToDisplayString() == KnownTypes.Lookup);
        var problems = PartialTypes.Problems(lookup)
            .Concat(UnseenCharacters.Problems(lookup, attribute))
            .Concat(from found in DeclaredRange.Violations(attribute)
                    select Problem.At(Problem.InvalidNumber, lookup, $"{found.Name} of {lookup.Name}", found.Requirement))
            .ToImmutableArray();
        if (lookup.BaseType is not { } records || records.OriginalDefinition.ToDisplayString() != KnownTypes.LookupBase)
        {
            return GeneratedSource.Create(lookup, "", problems.Add(Problem.At(Problem.NotALookup, lookup, lookup.Name)));
        }

        var functions = Functions(lookup);
        if (functions.Length != 1 || functions[0].ResourceName.Length == 0)
        {
            return GeneratedSource.Create(lookup, "", problems.Add(Problem.At(Problem.NotOneMethod, lookup, lookup.Name)));
        }

        if (attribute.NamedArguments.FirstOrDefault(pair => pair.Key == "Auth").Value.Value is string auth && TokenPlace.Requirement(auth) is { } requirement)
        {
            problems = problems.Add(Problem.At(Problem.WrongAuth, lookup, lookup.Name, requirement));
        }

        return GeneratedSource.Create(lookup, Body(lookup, attribute, records, functions[0]), problems) with
        {
            Lookup = new((string)attribute.ConstructorArguments[0].Value!, Literals.Type(lookup), functions[0].Method, Problem.Id(lookup)),
        };
    }

    private static string Body(INamedTypeSymbol lookup, AttributeData attribute, INamedTypeSymbol records, (string Method, string ResourceName) function)
    {
        var (name, description) = ((string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!);
        return $$"""
            partial class {{lookup.Name}}
            {
                /// <summary>What the lookup is to everyone outside its code.</summary>
                public static global::GenesysLambdas.Contracts.LookupContract Contract { get; } = new(
                    {{Literals.Text(name)}},
                    {{Literals.Text(description)}},
                    {{Literals.Text(function.ResourceName)}},
                    {{Literals.Text(function.Method)}},
                    new({{Text("Api", "")}}, {{Text("BaseUrl", "")}}, {{Text("Auth", "bearer")}}, RequiresSecret: {{Literals.Boolean(Argument("RequiresSecret") is true)}}){{ApiMembers()}},
                    {{Literals.Type(records.TypeArguments[0])}}.Contract,
                    {{Literals.Type(records.TypeArguments[1])}}.Contract){{(Argument("HttpByDefault") is false ? " { HttpByDefault = false }" : "")}};
            }
            """;

        string ApiMembers()
        {
            string?[] members =
            [
                Argument("TokenUrl") is string url ? $"TokenUrl = {Literals.Text(url)}" : null,
                Argument("TokenUrlSetting") is string setting ? $"TokenUrlSetting = {Literals.Text(setting)}" : null,
                Argument("MaxAttempts") is int attempts ? $"MaxAttempts = {attempts}" : null,
            ];
            var given = string.Join(", ", members.Where(member => member is not null));
            return given.Length == 0 ? "" : $" {{ {given} }}";
        }

        string Text(string argument, string fallback) => Literals.Text(Argument(argument) as string ?? fallback);

        object? Argument(string argument) => attribute.NamedArguments.FirstOrDefault(pair => pair.Key == argument).Value is { IsNull: false } value ? value.Value : null;
    }

    private static ImmutableArray<(string Method, string ResourceName)> Functions(INamedTypeSymbol lookup) =>
        [.. from method in lookup.GetMembers().OfType<IMethodSymbol>()
            from data in method.GetAttributes()
            where data.AttributeClass?.ToDisplayString() == KnownTypes.LambdaFunction
            select (method.Name, data.NamedArguments.FirstOrDefault(pair => pair.Key == "ResourceName").Value.Value as string ?? "")];
}
