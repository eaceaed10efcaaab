using System.Globalization;
using GenesysLambdas.Core.Contracts;

namespace GenesysLambdas.Core.Generator;

/// <summary>Checks that an input's default is a valid value.</summary>
internal static class InputDefault
{
    /// <summary>What the default must be; null if it is valid or missing.</summary>
    public static string? Requirement(Field field) => field["Default"] switch
    {
        null => null,
        _ when field.Property.IsRequired => "omitted, because the input is required",
        _ when field.IsNullable => "omitted, because the input is nullable: null means that it was not given",
        var value when !ContractTypes.Takes(field.Type, value) => $"of type {field.Type.ToDisplayString()}",
        string text => TextRequirement(field, text),
        bool => null,
        var number => NumberRequirement(field, Convert.ToDouble(number, CultureInfo.InvariantCulture)),
    };

    private static string? NumberRequirement(Field field, double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return "a number";
        }

        return (from bound in InputBounds.Numbers(field)
                let isMinimum = bound.Name == "Minimum"
                where isMinimum ? number < bound.Value : number > bound.Value
                select $"{(isMinimum ? "at least" : "at most")} {Literals.Number(bound.Value)}").FirstOrDefault();
    }

    private static string? TextRequirement(Field field, string text)
    {
        var (min, max) = (field["MinLength"] as int? ?? 0, field["MaxLength"] as int? ?? TextRules.DefaultMaxLength);
        return text.Length < min || text.Length > max ? $"{min} to {max} characters long"
            : text.Any(char.IsControl) ? "without control characters"
            : field.FormatName switch
            {
                "LanguageTag" when !LanguageTag.IsWellFormed(text) => "a language tag",
                "PathSegment" when !TextRules.IsPathSegment(text) => "a single path segment",
                _ => null,
            };
    }
}
