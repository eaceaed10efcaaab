using GenesysLambdas.Core.Contracts;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

internal static class InputBounds
{
    private static readonly string[] OfStrings = ["MinLength", "MaxLength"];
    private static readonly string[] OfNumbers = ["Minimum", "Maximum"];

    public static IEnumerable<(string Name, int Value)> Lengths(Field field) =>
        from name in OfStrings where field[name] is int select (name, (int)field[name]!);

    /// <summary>The bounds that are set. An int without bounds has those of its type.</summary>
    public static IEnumerable<(string Name, double Value)> Numbers(Field field)
    {
        var isInt = field.Type.SpecialType == SpecialType.System_Int32;
        if ((field["Minimum"] as double? ?? (isInt ? int.MinValue : default(double?))) is { } minimum)
        {
            yield return ("Minimum", isInt ? Math.Max(minimum, int.MinValue) : minimum);
        }

        if ((field["Maximum"] as double? ?? (isInt ? int.MaxValue : default(double?))) is { } maximum)
        {
            yield return ("Maximum", isInt ? Math.Min(maximum, int.MaxValue) : maximum);
        }
    }

    /// <summary>Bounds that contradict each other, or do not apply to the input's type.</summary>
    public static IEnumerable<Problem> Problems(Field field) =>
        from found in Useless(field).Concat(DeclaredRange.Violations(field.Attribute)).Concat(Contradiction(field)).Take(1)
        select Problem.At(Problem.InvalidNumber, field.Property, $"{found.Name} of '{field.Name}'", found.Requirement);

    private static IEnumerable<(string Name, string Requirement)> Useless(Field field)
    {
        var useless = ContractTypes.Reader(field.Type) switch
        {
            "Text" => OfNumbers,
            "Json" => ["MinLength", .. OfNumbers],
            "Boolean" => [.. OfStrings, .. OfNumbers],
            _ => OfStrings,
        };
        var requirement = $"omitted, because it does not apply to {field.Type.ToDisplayString()}";
        return from name in useless where field[name] is not null select (name, requirement);
    }

    private static IEnumerable<(string Name, string Requirement)> Contradiction(Field field)
    {
        var maxLength = field["MaxLength"] as int? ?? TextRules.DefaultMaxLength;
        if (field["MinLength"] is int minLength && minLength > maxLength)
        {
            yield return ("MinLength", $"at most its MaxLength, {maxLength}");
        }

        var bounds = Numbers(field).ToArray();
        foreach (var (name, _) in bounds.Where(bound => double.IsNaN(bound.Value)))
        {
            yield return (name, "a number");
        }

        if (bounds.Length == 2 && bounds[0].Value > bounds[1].Value)
        {
            yield return ("Minimum", $"at most its Maximum, {Literals.Number(bounds[1].Value)}");
        }
    }
}
