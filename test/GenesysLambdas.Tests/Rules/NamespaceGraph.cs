using Mono.Cecil;
using Mono.Cecil.Cil;

namespace GenesysLambdas.Tests.Rules;

/// <summary>A use of a type by another, by their full names.</summary>
internal sealed record TypeUse(string User, string Used)
{
    public string From => NamespaceOf(User);

    public string To => NamespaceOf(Used);

    private static string NamespaceOf(string type) => type.LastIndexOf('.') is > 0 and var dot ? type[..dot] : "";
}

/// <summary>Which namespaces of an assembly use which. A constant that is used is not among them: the compiler copies it.</summary>
internal sealed class NamespaceGraph(IEnumerable<TypeUse> uses)
{
    // One use is enough to show that a namespace uses another.
    private readonly List<TypeUse> _edges = [.. uses.Where(use => use.From != use.To).DistinctBy(use => (use.From, use.To))];

    public static NamespaceGraph Read(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return new([.. module.GetTypes().SelectMany(type => Uses(type).Select(used => new TypeUse(Name(type), Name(used))))]);
    }

    /// <summary>The namespaces that depend on each other, and the types by which they do; empty if there are none.</summary>
    public string DescribeCycles()
    {
        var reachable = _edges.Select(edge => edge.From).Distinct(StringComparer.Ordinal).ToDictionary(start => start, Reachable, StringComparer.Ordinal);
        var cycles = from start in reachable
                     where start.Value.Contains(start.Key)
                     group start.Key by string.Join(", ", start.Value.Where(end => reachable.TryGetValue(end, out var back) && back.Contains(start.Key)).Order(StringComparer.Ordinal));
        return string.Concat(
            from cycle in cycles
            let lines = from edge in _edges where cycle.Contains(edge.From) && cycle.Contains(edge.To) select $"  {edge.User} uses {edge.Used}\n"
            select $"{cycle.Key} depend on each other:\n{string.Concat(lines)}");
    }

    private HashSet<string> Reachable(string start)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([start]);
        while (next.TryPop(out var current))
        {
            foreach (var edge in _edges.Where(edge => edge.From == current && found.Add(edge.To)))
            {
                next.Push(edge.To);
            }
        }

        return found;
    }

    private static IEnumerable<TypeReference> Uses(TypeDefinition type) =>
        from reference in Signatures(type).Concat(type.Methods.Where(method => method.HasBody).SelectMany(Body)).Concat(Attributes(type))
        from part in Parts(reference)
            // Types whose names no source could have are the compiler's own.
        where part.Scope == type.Module && !Name(part).Contains('<', StringComparison.Ordinal)
        select part;

    private static IEnumerable<TypeReference?> Signatures(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. type.Methods.SelectMany(Signature),
    ];

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference?> Body(MethodDefinition method) =>
    [
        .. method.Body.Variables.Select(variable => variable.VariableType),
        .. method.Body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. method.Body.Instructions.SelectMany(Operands),
    ];

    private static IEnumerable<TypeReference?> Operands(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [.. Signature(method), .. method.GenericArguments],
        MethodReference method => Signature(method),
        _ => [],
    };

    private static IEnumerable<TypeReference?> Attributes(TypeDefinition type) =>
        new ICustomAttributeProvider[] { type }.Concat(type.Methods).Concat(type.Properties).Concat(type.Fields)
            .SelectMany(member => member.CustomAttributes)
            .SelectMany(attribute => attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Prepend(attribute.AttributeType));

    // The type itself, or that of the elements; and its type arguments.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification of => Parts(of.ElementType),
        _ => [type],
    };

    // A nested type belongs to the one around it.
    private static string Name(TypeReference type) => type.DeclaringType is { } outer ? Name(outer) : type.FullName;
}
