using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenesysLambdas.Aws.Generator;

/// <summary>Reads what the attributes mark.</summary>
internal static class ModelReader
{
    private static readonly SymbolDisplayFormat FullName = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static ReadResult<FunctionModel> Function(GeneratorAttributeSyntaxContext context, CancellationToken _)
    {
        var method = (IMethodSymbol)context.TargetSymbol;
        var type = method.ContainingType;
        FunctionParameter[] parameters = [.. method.Parameters.Select(Parameter)];
        var problem = method.Name == type.Name ? Rules.MethodNamedAsClass
            : method.IsStatic || method.IsGenericMethod || type.IsAbstract || type.IsGenericType
                || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None) ? Rules.CannotBeCalled
            : !IsPublic(method) ? Rules.NotPublic
            : parameters.Count(parameter => parameter.Source == ParameterSource.Event) > 1 ? Rules.SeveralEvents
            : null;
        if (problem is not null)
        {
            return new(null, new Problem(problem, SourceLocation.Create(method), method.Name));
        }

        var task = method.ReturnType as INamedTypeSymbol is { Name: "Task" } named
            && named.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks" ? named : null;
        var result = task is null ? method.ReturnType : task.TypeArguments.FirstOrDefault();
        return new(
            new FunctionModel(
                type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(),
                type.ToDisplayString(FullName),
                type.Name,
                method.Name,
                ConstructorArguments(type),
                new(parameters),
                result is null || method.ReturnsVoid ? null : result.ToDisplayString(FullName),
                task is not null,
                SourceLocation.Create(method)),
            null);
    }

    public static ReadResult<StartupModel> Startup(GeneratorAttributeSyntaxContext context, CancellationToken _)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var configures = type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(method =>
            method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
            && !method.IsStatic
            && method.Parameters.Length == 1
            && method.Parameters[0].Type.Name == "IServiceCollection");
        var canBeMade = !type.IsAbstract && !type.IsGenericType && type.InstanceConstructors.Any(constructor =>
            constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && constructor.Parameters.IsEmpty);
        return configures && canBeMade
            ? new(new StartupModel(type.ToDisplayString(FullName), SourceLocation.Create(type)), null)
            : new(null, new Problem(Rules.NoConfigureServices, SourceLocation.Create(type), type.Name));
    }

    private static FunctionParameter Parameter(IParameterSymbol parameter)
    {
        // A service is required even if its parameter could be null, as with AWS's generator.
        var required = parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(FullName);
        return IsFromServices(parameter) ? new(parameter.Name, required, ParameterSource.Services)
            : required == "global::Amazon.Lambda.Core.ILambdaContext" ? new(parameter.Name, required, ParameterSource.Context)
            : new(parameter.Name, parameter.Type.ToDisplayString(FullName), ParameterSource.Event);
    }

    // The provider would find the constructor by reflection, which costs time at start. It still does where there are
    // several to choose from, or where more is needed than resolving the parameters' types.
    private static EquatableArray<string>? ConstructorArguments(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToArray();
        return constructors.Length == 1
            && constructors[0].Parameters.All(parameter => parameter.RefKind == RefKind.None
                && !parameter.HasExplicitDefaultValue
                && parameter.GetAttributes().IsEmpty)
            ? new(constructors[0].Parameters.Select(parameter => string.Format(
                CultureInfo.InvariantCulture,
                "provider.GetRequiredService<{0}>()",
                parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(FullName))))
            : null;
    }

    private static bool IsPublic(ISymbol? symbol)
    {
        for (; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFromServices(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "Amazon.Lambda.Annotations.FromServicesAttribute");
}
