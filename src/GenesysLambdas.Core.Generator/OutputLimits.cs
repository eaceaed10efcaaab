using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

/// <summary>The limits in an <c>[Output]</c> attribute. JSON outputs have none.</summary>
internal static class OutputLimits
{
    public static readonly string[] OfString = ["MaxLength"];

    public static readonly string[] OfArray = ["MaxLength", "MaxItems"];

    public static bool IsJson(Field field) => field["Json"] is true;

    public static IEnumerable<(string Name, int Value)> Given(Field field) => from name in OfArray where field[name] is int select (name, (int)field[name]!);

    /// <summary>A limit as a C# expression: the default if it is not set.</summary>
    public static string Argument(Field field, string name) =>
        field[name] is int value ? $"{value}" : $"global::GenesysLambdas.Core.Contracts.OutputContract.Default{name}";

    public static IEnumerable<Problem> Problems(Field field)
    {
        var isList = ContractTypes.Element(field.Property.Type) is not null;
        var isText = field.Property.Type.SpecialType == SpecialType.System_String;
        if (IsJson(field) && !isText)
        {
            yield return Problem.At(Problem.WrongLimit, field.Property, field.Name, "only a string can have Json = true");
        }

        var violations = DeclaredRange.Violations(field.Attribute).ToDictionary(found => found.Name, found => found.Requirement);
        foreach (var (name, _) in Given(field))
        {
            var requirement =
                name == "MaxItems" && !isList ? "only an array can have MaxItems"
                : !isList && (!isText || IsJson(field)) ? "only an array, or a string without Json = true, can have MaxLength"
                : violations.TryGetValue(name, out var range) ? $"{name} must be {range}"
                : null;
            if (requirement is not null)
            {
                yield return Problem.At(Problem.WrongLimit, field.Property, field.Name, requirement);
            }
        }
    }
}
