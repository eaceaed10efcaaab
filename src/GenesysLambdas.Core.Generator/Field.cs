using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

/// <summary>A property with <c>[Input]</c> or <c>[Output]</c>.</summary>
internal sealed class Field(IPropertySymbol property, AttributeData attribute)
{
    public IPropertySymbol Property { get; } = property;

    public AttributeData Attribute { get; } = attribute;

    public ITypeSymbol Type { get; } = ContractTypes.NotNull(property.Type);

    public bool IsNullable => Property.NullableAnnotation == NullableAnnotation.Annotated;

    public string Name { get; } = attribute.ConstructorArguments[0].Value as string ?? "";

    public string Description { get; } = attribute.ConstructorArguments[1].Value as string ?? "";

    public string? FormatName => Attribute.NamedArguments.FirstOrDefault(pair => pair.Key == "Format").Value is { Type: { } type, Value: { } format }
        ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => Equals(member.ConstantValue, format))?.Name
        : null;

    public object? this[string argument] => Attribute.Argument(argument);

    public static ImmutableArray<Field> ReadAll(INamedTypeSymbol record, string attribute) =>
        [.. from property in record.GetMembers().OfType<IPropertySymbol>()
            from data in property.GetAttributes()
            where data.AttributeClass?.ToDisplayString() == attribute
            select new Field(property, data)];

    public static IEnumerable<Problem> TextProblems(INamedTypeSymbol record, ImmutableArray<Field> fields, ImmutableHashSet<string> reserved)
    {
        foreach (var field in fields)
        {
            if (!IsLegal(field.Name))
            {
                yield return Problem.At(Problem.IllegalName, field.Property, field.Name, "use letters, digits, '-' and '_', starting with a letter");
            }
            else if (reserved.Contains(field.Name))
            {
                yield return Problem.At(Problem.IllegalName, field.Property, field.Name, "it is reserved by Genesys Cloud or this suite");
            }
            else
            {
                foreach (var problem in UnseenCharacters.Problems(field.Property, field.Attribute))
                {
                    yield return problem;
                }
            }
        }

        foreach (var repeated in fields.GroupBy(field => field.Name).Where(same => same.Count() > 1))
        {
            yield return Problem.At(Problem.RepeatedName, repeated.Last().Property, repeated.Key, record.Name);
        }
    }

    private static bool IsLegal(string name) =>
        name.Length > 0 && IsLetter(name[0]) && name.All(c => IsLetter(c) || c is (>= '0' and <= '9') or '-' or '_');

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
