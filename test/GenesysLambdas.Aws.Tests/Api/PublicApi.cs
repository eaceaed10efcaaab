using System.Reflection;

namespace GenesysLambdas.Aws.Tests.Api;

/// <summary>What a caller can see of an assembly, in one line a type, base or interface, and member.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly, string namespaceStart) => assembly.GetExportedTypes()
        .Where(type => type.Namespace is { } name && $"{name}.".StartsWith($"{namespaceStart}.", StringComparison.Ordinal))
        .SelectMany(Lines)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : typeof(Delegate).IsAssignableFrom(type) ? "delegate" : "class";
        var shape = type.IsAbstract && type.IsSealed ? "static " : type.IsInterface ? "" : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        yield return $"{Name(type)}: {shape}{kind}";
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return $"{Name(type)} is {Name(ancestor)}";
        }

        foreach (var implemented in type.GetInterfaces())
        {
            yield return $"{Name(type)} is {Name(implemented)}";
        }

        // A delegate's constructor and invocation follow from its signature.
        foreach (var member in type.GetMembers(Declared).Select(Line).OfType<string>())
        {
            yield return $"{Name(type)}.{member}";
        }
    }

    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo { IsPublic: true, IsLiteral: true, IsSpecialName: false } field => $"{field.Name} = {field.GetRawConstantValue()}",
        FieldInfo { IsPublic: true, IsStatic: true } field => $"{field.Name}: {Name(field.FieldType)}",
        MethodBase method when method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly => Line(method),
        _ => null,
    };

    // Whether a method is virtual counts where it is an override or abstract; a caller may do less with one that is not virtual.
    private static string Line(MethodBase method)
    {
        var name = method is ConstructorInfo ? "new" : method.Name;
        var arity = method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(Name))}>" : "";
        var parameters = string.Join(", ", method.GetParameters().Select(parameter =>
            $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = default" : "")}"));
        return $"{(method.IsPublic ? "" : "protected ")}{(method.IsStatic ? "static " : "")}{name}{arity}({parameters}): {Name(method is MethodInfo { ReturnType: var result } ? result : typeof(void))}";
    }

    private static string Name(Type type)
    {
        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        var name = type.IsGenericParameter ? type.Name : type.FullName ?? $"{type.Namespace}.{type.Name}";
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(",", type.GetGenericArguments().Select(Name))}>"
            : name;
    }
}
